"""What a real installation is made of: the image, the services, the settings they are told.

No container engine is needed. The image's files are laid out as the Dockerfile copies them, and its own
commands run on them.
"""

import ast
import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
HOST = "follow-up.example.org"
# Read by other programs than the settings.
BY_OTHERS = {"POSTGRES_PASSWORD", "WEB_PORT", "TRACKER_VERSION", "WEB_CONCURRENCY"}
VARIABLE = re.compile(r"^(?:# )?([A-Z][A-Z_]+)=(.*)$", re.MULTILINE)


def read_by_the_settings() -> set[str]:
    """Return the variables that config/settings.py asks for, from its own syntax."""
    calls = [
        c for c in ast.walk(ast.parse((ROOT / "config/settings.py").read_text())) if isinstance(c, ast.Call)
    ]
    asked = {
        str(call.args[0].value)
        for call in calls
        if ast.unparse(call.func).startswith("environment.")
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    return asked


def example() -> dict[str, str]:
    """Return .env.example as someone fills it in who makes up nothing but the secrets."""
    given = {
        name: value
        for line in (ROOT / ".env.example").read_text().splitlines()
        if not line.startswith("#")
        for name, value in VARIABLE.findall(line)
    }
    secrets = {"SECRET_KEY": "k9-Zq_" * 12, "POSTGRES_PASSWORD": "0123456789abcdef"}
    servers = {
        "DATABASE_URL": os.environ["DATABASE_URL"],
        "CELERY_BROKER_URL": os.environ["CELERY_BROKER_URL"],
    }
    return {**given, **secrets, **servers}


# --- Settings -------------------------------------------------------------------------------------------


def test_the_example_names_every_variable_and_no_other() -> None:
    named = [name for name, _ in VARIABLE.findall((ROOT / ".env.example").read_text())]
    assert sorted(named) == sorted(read_by_the_settings() | BY_OTHERS)


def test_the_example_holds_no_secret() -> None:
    assert (
        re.findall(r"^(?:SECRET_KEY|POSTGRES_PASSWORD)=(.+)$", (ROOT / ".env.example").read_text(), re.M)
        == []
    )


def test_the_guide_describes_every_variable_and_no_other() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/settings.md").read_text(), re.MULTILINE)
    assert sorted(rows) == sorted(read_by_the_settings() | BY_OTHERS)


# --- Services -------------------------------------------------------------------------------------------


def compose() -> dict[str, Any]:
    document = yaml.safe_load((ROOT / "compose.yaml").read_text())
    assert isinstance(document, dict)
    return document


SERVICES = compose()["services"]
OURS = [name for name, service in SERVICES.items() if service["image"].startswith("obligations-tracker:")]


def test_the_services_are_what_the_architecture_needs() -> None:
    assert sorted(SERVICES) == ["beat", "broker", "db", "migrate", "web", "worker"]
    assert sorted(OURS) == ["beat", "migrate", "web", "worker"]


@pytest.mark.parametrize("name", OURS)
def test_our_processes_can_write_nothing_but_their_temporary_folder(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["tmpfs"] == "/tmp"
    assert service["cap_drop"] == ["ALL"]


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_our_processes_wait_for_what_they_stand_on(name: str) -> None:
    assert SERVICES[name]["depends_on"] == {
        "db": {"condition": "service_healthy"},
        "broker": {"condition": "service_healthy"},
        "migrate": {"condition": "service_completed_successfully"},
    }


@pytest.mark.parametrize("name", ["db", "broker"])
def test_what_others_wait_for_tells_its_health(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_comes_back_unless_it_is_done(name: str) -> None:
    assert SERVICES[name]["restart"] == ("no" if name == "migrate" else "unless-stopped")


def test_nothing_but_the_web_server_is_published_and_that_to_this_machine_only() -> None:
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert list(published) == ["web"]
    assert all(port.startswith("127.0.0.1:") for port in published["web"])


def test_no_volume_is_used_that_is_not_declared() -> None:
    used = {
        volume.partition(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])
    }
    assert used == set(compose()["volumes"])


def test_variables_are_interpolated_only_where_the_example_names_them() -> None:
    wanted = set(re.findall(r"(?<!\$)\$\{?([A-Z_]+)", (ROOT / "compose.yaml").read_text()))
    assert wanted <= BY_OTHERS


def test_the_migration_commands_exist() -> None:
    script = SERVICES["migrate"]["command"][-1]
    commands = re.findall(r"manage\.py (\w+)", script)
    assert commands == ["migrate", "load_vocabulary", "sync_roles", "load_policies"]
    listed = subprocess.run(
        [sys.executable, "manage.py", "help", "--commands"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(commands) <= set(listed.stdout.split())


@pytest.mark.parametrize("name", ["worker", "beat"])
def test_the_background_commands_are_ones_that_celery_knows(name: str) -> None:
    program, *arguments = SERVICES[name]["command"]
    assert program == "celery"
    options = [word for word in arguments if word.startswith("--")]
    said = subprocess.run(
        [sys.executable, "-m", "celery", "-A", "config", name, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert [option for option in options if option not in said] == []


# --- The image ------------------------------------------------------------------------------------------


def instructions() -> list[tuple[str, str]]:
    """Return the Dockerfile's instructions with their words, continued lines joined."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    return [(line.partition(" ")[0], line.partition(" ")[2]) for line in lines if line.strip()]


def final_stage() -> list[tuple[str, str]]:
    steps = instructions()
    last = max(n for n, (word, _) in enumerate(steps) if word == "FROM")
    return steps[last:]


def the_one(word: str) -> str:
    """Return the words of an instruction that stands once in the final stage."""
    found = [rest for name, rest in final_stage() if name == word]
    assert len(found) == 1
    return found[0]


def test_the_final_image_runs_as_nobody_in_particular() -> None:
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", the_one("USER"))


def test_the_final_image_installs_nothing() -> None:
    assert [
        rest for word, rest in final_stage() if word == "RUN" and re.search(r"\b(pip|apt-get)\b", rest)
    ] == []


def test_packages_are_installed_by_their_hashes() -> None:
    installs = [
        rest for word, rest in instructions() if word == "RUN" and " install " in rest and "pip" in rest
    ]
    assert len(installs) == 1
    assert "--require-hashes" in installs[0]
    assert installs[0].endswith("-r requirements.txt")


def test_no_setting_stays_in_the_image() -> None:
    kept = " ".join(rest for word, rest in instructions() if word in ("ENV", "ARG"))
    assert [name for name in read_by_the_settings() if re.search(rf"\b{name}\b", kept)] == []


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the files that .dockerignore lets through, and build what the Dockerfile builds of them."""
    app = tmp_path_factory.mktemp("image") / "app"
    app.mkdir()
    for name in re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, app / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, app / name)
    (build,) = (rest for word, rest in instructions() if "collectstatic" in rest)
    subprocess.run(
        ["sh", "-ec", build.replace("/opt/venv/bin/python", sys.executable)],
        cwd=app,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        check=True,
    )
    return app


def test_no_secret_reaches_the_build() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    rules = [line for line in lines if not line.startswith("#")]
    assert rules[0] == "*"
    assert [rule for rule in rules if rule.startswith("!.") or "env" in rule.lower()] == []


def test_the_deployment_check_finds_nothing(image: Path) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "INFO"],
        cwd=image,
        env={"PATH": os.environ["PATH"], **example()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr + done.stdout == "System check identified no issues (0 silenced).\n"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        assert isinstance(port, int)
        return port


@pytest.fixture(scope="module")
def served(image: Path) -> Iterator[int]:
    """Run the image's own command with the example's settings, on a free port, and return that."""
    port = free_port()
    words = [word.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for word in json.loads(the_one("CMD"))]
    with subprocess.Popen(
        [sys.executable, "-m", *words],
        cwd=image,
        env={"PATH": os.environ["PATH"], **example()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            await_answer(port, process)
            yield port
        finally:
            process.terminate()
            process.wait(timeout=30)


def await_answer(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        assert process.poll() is None, "gunicorn ended"
        try:
            get(port, "/healthz")
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("gunicorn did not answer within a minute")


def get(port: int, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(
            "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def test_the_image_finds_itself_healthy(served: int) -> None:
    check = the_one("HEALTHCHECK")
    program = json.loads(check[check.index("[") :])[-1].replace(":8000/", f":{served}/")
    subprocess.run([sys.executable, "-c", program], check=True, timeout=30)


def test_the_image_finds_itself_ill_where_nobody_answers() -> None:
    check = the_one("HEALTHCHECK")
    program = json.loads(check[check.index("[") :])[-1].replace(":8000/", f":{free_port()}/")
    assert (
        subprocess.run([sys.executable, "-c", program], check=False, stderr=subprocess.DEVNULL).returncode
        == 1
    )


def test_plain_http_is_sent_to_https(served: int) -> None:
    status, headers, _ = get(served, "/login/", Host=HOST)
    assert (status, headers["Location"]) == (301, f"https://{HOST}/login/")


def test_the_login_page_comes_through_the_proxy_with_its_files(served: int) -> None:
    status, headers, page = get(served, "/login/", Host=HOST, X_Forwarded_Proto="https")
    assert status == 200
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.decode())
    assert files
    for path in files:
        status, headers, _ = get(served, path, Host=HOST, X_Forwarded_Proto="https")
        assert status == 200
        assert "immutable" in headers["Cache-Control"]
