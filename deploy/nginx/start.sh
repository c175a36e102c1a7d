#!/bin/sh
# Fills in balai.conf.template from the environment or the project's .env: docs/env-vars.md names what they may hold.
#   start.sh fill   prints the configuration, for /etc/nginx/conf.d/ of a Debian machine
#   start.sh        puts it there and runs nginx, in the container
set -eu
folder=$(cd "$(dirname "$0")" && pwd)
template=$folder/balai.conf.template

# setting NAME DEFAULT: what the environment names, or the project's .env, or else the default.
setting() {
    eval "value=\${$1:-}"
    if [ -z "$value" ] && [ -r "$folder/../../.env" ]; then
        value=$(sed -n "s/^$1=[\"']\{0,1\}\([^\"']*\).*/\1/p" "$folder/../../.env" | tail -n 1)
    fi
    export "$1=${value:-$2}"
}
setting BALAI_UPSTREAM 127.0.0.1:8000
setting BALAI_LISTEN 80
setting BALAI_TLS off
setting BALAI_LISTEN_TLS 443
setting BALAI_CERTIFICATE /etc/balai/certificate.pem
setting BALAI_CERTIFICATE_KEY /etc/balai/key.pem
setting BALAI_CACHE /var/cache/balai
setting BALAI_LOGS /var/log/nginx
setting BALAI_PAGES "$folder/pages"
setting BALAI_PICTURES /var/lib/balai/media/images
setting BALAI_CLOSED_FLAG /var/lib/balai/closed

fill() {
    # Only our own names: nginx has variables of its own.
    names=$(grep -o '\${BALAI_[A-Z_]*}' "$template" | sort -u | tr '\n' ' ')
    if [ "$BALAI_TLS" = on ]; then
        sed 's/#tls //' "$template" | envsubst "$names"
    else
        envsubst "$names" <"$template"
    fi
}

if [ "${1:-}" = fill ]; then
    fill
    exit
fi
fill >/etc/nginx/conf.d/balai.conf
exec nginx -g 'daemon off;'
