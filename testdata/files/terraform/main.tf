variable "db_password" {
  type    = string
  default = "pW4vQ8nL2r"
}

variable "pepper" {
  sensitive = true
  default   = "pW4vQ8nL2r"
}

variable "token" {
  description = "The token of the API"
  type        = string
  sensitive   = true
}

locals {
  api_key   = "hV7kq2mZ9xTw"
  db_user   = "app"
  from_data = data.aws_secretsmanager_secret_version.db.secret_string
}

resource "aws_db_instance" "main" {
  username = "app"
  password = var.db_password
}

resource "aws_db_instance" "literal" {
  username = "app"
  password = "pW4vQ8nL2r"
  tags     = { password = "none" }
}

resource "aws_lambda_function" "f" {
  environment {
    variables = {
      STRIPE_KEY  = "hV7kq2mZ9xTw"
      DB_PASSWORD = var.db_password
      SMTP_PASSWORD = var.prod ? "pW4vQ8nL2r" : ""
    }
  }
}

resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([{
    name        = "web"
    environment = [{ name = "API_TOKEN", value = "hV7kq2mZ9xTw" }, { name = "LEVEL", value = "debug" }]
    secrets     = [{ name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.db.arn }]
  }])
}

resource "aws_ecs_task_definition" "old" {
  container_definitions = <<-EOF
    [{"name": "old", "environment": [{"name": "API_TOKEN", "value": "hV7kq2mZ9xTw"}, {"name": "HOST", "value": "${var.host}"}]}]
  EOF
}

resource "aws_instance" "i" {
  user_data = <<-EOF
    #!/bin/bash
    export DB_PASSWORD=pW4vQ8nL2r
    echo ${var.name}
  EOF
}

resource "aws_ssm_parameter" "p" {
  name  = "/prod/pin"
  type  = "SecureString"
  value = "pW4vQ8nL2r"
}

resource "helm_release" "redis" {
  set {
    name  = "auth.password"
    value = "pW4vQ8nL2r"
  }
  set {
    name  = "replicas"
    value = "3"
  }
}

provider "postgresql" {
  password = random_password.db.result
}
