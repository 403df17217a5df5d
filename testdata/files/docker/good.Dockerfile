FROM scratch
ARG VERSION=1.2.3
ARG TOKEN
ENV PASSWORD_FILE=/run/secrets/password TOKEN_TTL=24h API_KEY= SECRET_ARN=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf
RUN --mount=type=secret,id=token cat /run/secrets/token | login
