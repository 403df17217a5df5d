variable "db_password" {
  type    = string
  default = "oak-lantern-42"
}

resource "aws_db_instance" "orders" {
  identifier          = "orders"
  engine              = "postgres"
  instance_class      = "db.t4g.small"
  allocated_storage   = 20
  username            = "orders"
  password            = var.db_password
  skip_final_snapshot = true
}

resource "aws_lambda_function" "report" {
  function_name = "orders-report"
  role          = aws_iam_role.report.arn
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders-report:1"

  environment {
    variables = {
      DB_HOST     = aws_db_instance.orders.address
      AUDIT_TOKEN = "brass-river-77"
    }
  }
}
