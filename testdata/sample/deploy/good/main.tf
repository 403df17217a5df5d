resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  username                    = "orders"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_secretsmanager_secret" "audit" {
  name = "orders/audit"
}

resource "aws_lambda_function" "report" {
  function_name = "orders-report"
  role          = aws_iam_role.report.arn
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders-report:1"

  environment {
    variables = {
      DB_HOST               = aws_db_instance.orders.address
      DB_SECRET_ARN         = aws_db_instance.orders.master_user_secret[0].secret_arn
      AUDIT_TOKEN_SECRET_ID = aws_secretsmanager_secret.audit.name
    }
  }
}
