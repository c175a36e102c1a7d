#!/bin/sh
# Fills in balai.conf.template from the environment: docs/env-vars.md names what it may hold.
#   start.sh fill   prints the configuration, for /etc/nginx/conf.d/ of a Debian machine
#   start.sh        puts it there and runs nginx, in the container
set -eu
folder=$(cd "$(dirname "$0")" && pwd)
template=$folder/balai.conf.template

export BALAI_UPSTREAM="${BALAI_UPSTREAM:-127.0.0.1:8000}"
export BALAI_LISTEN="${BALAI_LISTEN:-80}"
export BALAI_LISTEN_TLS="${BALAI_LISTEN_TLS:-443}"
export BALAI_CERTIFICATE="${BALAI_CERTIFICATE:-/etc/balai/certificate.pem}"
export BALAI_CERTIFICATE_KEY="${BALAI_CERTIFICATE_KEY:-/etc/balai/key.pem}"
export BALAI_CACHE="${BALAI_CACHE:-/var/cache/balai}"
export BALAI_LOGS="${BALAI_LOGS:-/var/log/nginx}"
export BALAI_PAGES="${BALAI_PAGES:-$folder/pages}"
export BALAI_PICTURES="${BALAI_PICTURES:-/var/lib/balai/media/images}"
export BALAI_CLOSED_FLAG="${BALAI_CLOSED_FLAG:-/var/lib/balai/closed}"

fill() {
    # Only our own names: nginx has variables of its own.
    names=$(grep -o '\${BALAI_[A-Z_]*}' "$template" | sort -u | tr '\n' ' ')
    if [ "${BALAI_TLS:-off}" = on ]; then
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
