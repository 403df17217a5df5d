locals {
  db_password = "pW4vQ8nL2r"
  b = = 2
}
