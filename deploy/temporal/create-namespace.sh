#!/bin/sh
# Makes the namespace in which Temporal keeps the runs of the lab, when the server answers. Runs that have ended stay
# visible for 30 days; results are in the store and stay.
#
#   TEMPORAL_ADDRESS=192.0.2.10:7233 create-namespace.sh [NAMESPACE] [PATH OF temporal]
#
# The command line reads Temporal's variables, those for certificates (TEMPORAL_TLS_*) included.
set -eu
namespace=${1:-lab}
temporal=${2:-temporal}
: "${TEMPORAL_ADDRESS:?set TEMPORAL_ADDRESS to HOST:7233}"

tries=0
until "$temporal" operator cluster health >/dev/null 2>&1; do
  tries=$((tries + 1))
  if [ "$tries" -gt 60 ]; then
    echo "Temporal at $TEMPORAL_ADDRESS does not answer:" >&2
    exec "$temporal" operator cluster health
  fi
  sleep 1
done

if "$temporal" operator namespace describe --namespace "$namespace" >/dev/null 2>&1; then
  echo "the namespace $namespace is there already"
else
  "$temporal" operator namespace create --namespace "$namespace" --retention 720h
fi
