# What `bin/serve`, `bin/dev` and `tests/run` share: plain words, the Python environment, the .env file.
# To be sourced by bash from the project's folder.

say() { printf '%s\n' "== $*"; }
note() { printf '   %s\n' "$*"; }

# Ends the program: what is wrong in the first argument, what to do in the others, a line each.
stop() {
    printf '\n%s\n' "Stopped: $1" >&2
    shift
    for line in "$@"; do printf '  %s\n' "$line" >&2; done
    exit 1
}

# Sets PYTHON to the first Python that is new enough. Debian's own comes first: requirements.txt was resolved on
# Debian 12's 3.11.2, and some parts refuse a Python that is older by its last number only.
find_python() {
    local candidate
    for candidate in /usr/bin/python3 python3.11 python3; do
        if command -v "$candidate" >/dev/null &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            PYTHON=$candidate
            return
        fi
    done
    stop "Python 3.11 or newer was not found." \
        "On Debian 12 or Ubuntu: apt install git make python3-venv"
}

need_writable_folder() {
    local probe=.write-test.$$
    if ! (: >"$probe") 2>/dev/null; then
        stop "this folder cannot be written to: $PWD" \
            "Copy or clone the project to a folder of your own, or free some space on the disk, and try again."
    fi
    rm -f "$probe"
}

# ensure_venv NAME FILE...: .venv holds the packages of these requirements files. Nothing is asked of the
# network while the checksum of the files is the one that was installed last.
ensure_venv() {
    local name=$1
    shift
    local stamp=.venv/balai-$name.sha256 wanted
    wanted=$(cat "$@" | sha256sum)
    if .venv/bin/python -c '' 2>/dev/null && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
        return
    fi
    need_writable_folder
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null ||
            stop "Python's module for environments is missing." "On Debian 12 or Ubuntu: apt install python3-venv"
        say "Making a Python environment in .venv"
        rm -rf .venv
        "$PYTHON" -m venv .venv || stop "the Python environment could not be made (see above)."
    fi

    local arguments=() file total
    for file in "$@"; do arguments+=(-r "$file"); done
    total=$(cat "$@" | grep -E -o '^[A-Za-z0-9_.-]+==' | sort -u | wc -l)
    say "Installing $total packages with checked hashes (1 to 3 minutes the first time)"
    local log=.venv/install.log
    # The numbers come from pip's own lines, so a person sees that something happens.
    if ! .venv/bin/python -m pip install --disable-pip-version-check --no-input --progress-bar off \
        --require-hashes "${arguments[@]}" 2>&1 | tee "$log" | show_install_progress "$total"; then
        printf '\n' >&2
        tail -n 12 "$log" >&2
        explain_install_failure "$log"
    fi
    printf '%s\n' "$wanted" >"$stamp"
}

show_install_progress() {
    local total=$1 line seen=0
    while IFS= read -r line; do
        case $line in
            Collecting* | Requirement\ already*)
                seen=$((seen + 1))
                if [ -t 1 ]; then
                    printf '\r   %d of %d' "$seen" "$total"
                elif [ $((seen % 10)) = 0 ]; then
                    note "$seen of $total"
                fi
                ;;
            Installing\ collected*)
                [ -t 1 ] && printf '\n'
                note "downloaded; putting them in place"
                ;;
        esac
    done
}

explain_install_failure() {
    if grep -q -i -E 'no space left' "$1"; then
        stop "the disk is full." "Free about 500 MB and run the same command again."
    elif grep -q -i -E 'permission denied|read-only file system' "$1"; then
        stop "the folder .venv cannot be written to." "Run the command as the person who owns the folder $PWD."
    elif grep -q -E 'DO NOT MATCH THE HASHES' "$1"; then
        stop "a downloaded package is not the one that was reviewed." \
            "Try again later or on another network; do not install it by hand."
    elif grep -q -i -E 'different python version' "$1"; then
        stop "a package does not run on this Python ($("$PYTHON" --version))." \
            "The site is made for Python 3.11, as Debian 12 has it."
    elif grep -q -i -E 'name resolution|connection|timed out|no matching distribution|network is unreachable' "$1"; then
        stop "the packages could not be downloaded." \
            "Check the internet connection and run the same command again; it goes on where it stopped."
    fi
    stop "the packages could not be installed; pip's last words are above, all of them in $1."
}

# A secret of this installation's own, made once and readable by its owner only.
ensure_env_file() {
    if [ -n "${BALAI_SECRET_KEY:-}" ] || grep -q -s '^BALAI_SECRET_KEY=.' .env; then
        return
    fi
    need_writable_folder
    say "Writing a new secret to .env (readable by you only)"
    local secret
    secret=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(50))')
    (
        umask 077
        if [ ! -e .env ]; then
            printf '%s\n' "# Settings of this installation; docs/env-vars.md lists them all. Keep this file private." >.env
        fi
        printf 'BALAI_SECRET_KEY=%s\n' "$secret" >>.env
    )
    chmod 600 .env
}

# need_free_port PORT: checked before the long steps, with SO_REUSEADDR as the server itself does.
need_free_port() {
    case $1 in
        '' | *[!0-9]*) stop "PORT must be a number, such as 8000; it is '$1'." ;;
    esac
    "$PYTHON" - "${HOST:-127.0.0.1}" "$1" <<'PY' || stop "port $1 is in use, perhaps by this site in another window." \
        "Stop the other program, or choose another port: make ${MAKE_GOAL:-serve} PORT=$((${1} + 1))"
import socket
import sys

with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind((sys.argv[1], int(sys.argv[2])))
    except (OSError, OverflowError):
        sys.exit(1)
PY
}

# Links and cookies follow BALAI_BASE_URL; where nobody set it, it is the address printed at the end.
default_base_url() {
    if [ -z "${BALAI_BASE_URL:-}" ] && ! grep -q -s '^BALAI_BASE_URL=' .env; then
        export BALAI_BASE_URL=http://localhost:$1
    fi
}
