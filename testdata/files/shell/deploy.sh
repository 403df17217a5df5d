#!/bin/bash
set -eu
export DB_PASSWORD="pW4vQ8nL2r"
API_KEY='hV7kq2mZ9xTw'
TOKEN=$(aws secretsmanager get-secret-value --secret-id token)
SMTP_PASSWORD=${SMTP_PASSWORD:-pW4vQ8nL2r}
GITHUB_TOKEN="${GITHUB_TOKEN:?}" env SLACK_TOKEN=hV7kq2mZ9xTw ./notify
if [[ -z "$PASSWORD" ]]; then read -r PASSWORD; fi
docker run -e LEVEL=debug -e REDIS_PASSWORD=pW4vQ8nL2r redis
kubectl create secret generic db --from-literal=password=pW4vQ8nL2r
