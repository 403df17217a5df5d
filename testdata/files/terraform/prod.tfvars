db_user     = "app"
db_password = "pW4vQ8nL2r"
tokens      = { github_token = "hV7kq2mZ9xTw" }
