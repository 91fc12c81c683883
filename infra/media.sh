#!/usr/bin/env bash
# infra/media.sh NAME   sets up Janus and coturn beside the house, from this folder; NAME is the host name by which people reach coturn.
# For root, after: apt-get install janus coturn. It can be run again: files and secrets that are there stay as they are.
set -euo pipefail
[ $# -eq 1 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
cd "$(dirname "$0")"
etc=${KLAPPHAUS_ETC:-/etc/klapphaus} units=${KLAPPHAUS_UNITS:-/etc/systemd/system}
for program in janus turnserver; do command -v "$program" >/dev/null || { echo "$program is missing: apt-get install janus coturn" >&2; exit 1; }; done

id -u janus >/dev/null 2>&1 || useradd --system --home-dir /nonexistent --shell /usr/sbin/nologin janus
# both programs come through here to their own files, which nobody else can read
mkdir -p "$etc" && chmod a+x "$etc"
[ -e "$etc/janus" ] || ./secrets.sh janus "$etc/janus"
[ -e "$etc/turnserver.conf" ] || ./secrets.sh coturn/turnserver.conf "$etc/turnserver.conf"
[ -e "$etc/media.env" ] || { ./secrets.sh media.env "$etc/media.env" && sed -i "s/haus\.example/$1/g" "$etc/media.env"; }
chown -R janus "$etc/janus"
chown turnserver "$etc/turnserver.conf"
mkdir -p "$units"
cp -r systemd/janus.service.d systemd/coturn.service.d "$units/"
echo "Janus and coturn are set up. coturn reads its certificate from $etc/tls/turn-cert.pem and turn-key.pem (owner turnserver)."
