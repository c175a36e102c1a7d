# The village site as one image: the same parts, pinned with hashes, that the tests run on.
#   docker build -t balai .
# What it needs to run stands in compose.yml; every setting in docs/env-vars.md.

FROM python:3.11-slim-bookworm AS packages
COPY requirements.txt .
RUN python -m venv /venv \
    && /venv/bin/python -m pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=project.settings.production \
    BALAI_DATA_DIR=/data \
    HOST=0.0.0.0 \
    PORT=8000
# pg_dump and pg_restore of the server's own version, for backups; and the list of the kinds of files, without which
# this Python hands out a .docx or .xlsx as bytes that no phone knows how to open.
RUN apt-get update -q \
    && apt-get install -y -q --no-install-recommends media-types postgresql-client-15 \
    && rm -rf /var/lib/apt/lists/*
# A fixed number, so that the owner of files in the volume can be named from outside. The folder of pictures is a
# volume of its own, the only one that nginx sees; a new volume takes over the owner that the folder has here.
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin balai \
    && install -d -o balai -g balai /data /data/media /data/media/images
COPY --from=packages /venv /venv
WORKDIR /app
COPY . .
# Static files belong to the image; the secret is for this step only and stays out of it. Whoever cloned the project
# with a strict umask has files that the site's account could not read.
RUN BALAI_SECRET_KEY=only-while-building-this-image-and-never-afterwards-0123 python manage.py prepare_site --static-only \
    && chmod -R u=rwX,go=rX .
USER balai
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=300s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f\"http://localhost:{os.environ['PORT']}/healthz\", timeout=4)"]
# `exec` makes gunicorn the first process, so that `docker stop` reaches it.
CMD ["sh", "-c", "python manage.py prepare_site && exec python -m gunicorn project.wsgi:application"]
