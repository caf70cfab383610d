# One image for the web server, the worker, the scheduler and manage.py; compose.yaml shows each command.
# What the processes need to know comes from the environment when they start: docs/settings.md.

FROM python:3.11-slim-bookworm AS build
WORKDIR /app
# The environment gets no pip of its own, so nothing in the final image adds packages to it.
RUN python -m venv --without-pip /opt/venv
COPY requirements.txt ./
RUN python -m pip --python /opt/venv/bin/python install --no-cache-dir --disable-pip-version-check \
    --require-hashes --only-binary=:all: -r requirements.txt
COPY . ./
# The settings refuse to load without these; none is a secret, none is in the final image.
RUN SECRET_KEY=for-collectstatic-only ALLOWED_HOSTS=none.invalid SITE_URL=https://none.invalid \
    DATABASE_URL=postgresql://none.invalid/none CELERY_BROKER_URL=redis://none.invalid \
    /opt/venv/bin/python manage.py collectstatic --noinput \
    && /opt/venv/bin/python -m compileall -q config resolutions tracker

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN groupadd --gid 10001 tracker \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin tracker \
    && install --directory --owner 10001 --group 10001 /var/lib/tracker
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
# WEB_CONCURRENCY sets the number of processes. The heartbeat of each lies in memory: a slow disk would
# make a busy process look dead. The control socket would need a home folder, and there is none.
CMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000", "--threads", "4", "--timeout", "60", \
     "--worker-tmp-dir", "/dev/shm", "--no-control-socket", "--access-logfile", "-"]
