#!/usr/bin/env bash
# Runs a manifest over a Slurm cluster: an array of shards, and one summary after them.
#
#   tools/slurm/submit.sh MANIFEST OUTPUT SHARDS [OPTIONS of crossfoot batch]
#
# MANIFEST, OUTPUT and the documents lie on a file system that all nodes see. With lines of sha256sum
# in the manifest a shard reads its own documents only; with paths alone each reads them all, to know
# their hashes. Submitted again, with the same number of shards, it does what is missing. Partition,
# account, time and memory come from the environment: SBATCH_PARTITION, SBATCH_ACCOUNT,
# SBATCH_TIMELIMIT, SBATCH_MEM_PER_CPU. CROSSFOOT names the command where it is not on the PATH.
# Prints the job of the array and that of the summary; their logs are in OUTPUT/journal/.
set -euo pipefail

if [ $# -lt 3 ]; then
  sed -n '2,12s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
manifest=$(realpath -e "$1")
mkdir -p "$2/journal"
output=$(realpath -e "$2")
shards=$3
shift 3

array=$(sbatch --parsable --array="1-$shards" --output="$output/journal/shard-%a.log" \
  "$here/shard.sh" "$manifest" "$output" "$shards" "$@")
summary=$(sbatch --parsable --dependency="afterany:$array" --output="$output/journal/summary.log" \
  "$here/summary.sh" "$output")
echo "$array $summary"
