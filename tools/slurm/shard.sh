#!/usr/bin/env bash
#SBATCH --job-name=crossfoot-shard
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#SBATCH --open-mode=append
# One shard, as a task of an array: shard.sh MANIFEST OUTPUT SHARDS [OPTIONS]; see submit.sh.
#
# A process that was killed (out of memory, by a signal) is started again here; a task whose node is
# lost is started again by Slurm; for all else submit.sh is run again. The journal knows the rest.
set -uo pipefail

most_starts=3 # a document that kills its process each time must not keep the node for ever
manifest=$1 output=$2 shards=$3
shift 3

status=0
for ((start = 1; start <= most_starts; ++start)); do
  "${CROSSFOOT:-crossfoot}" batch --manifest "$manifest" -o "$output" \
    --shard "$SLURM_ARRAY_TASK_ID/$shards" --jobs "${SLURM_CPUS_PER_TASK:-1}" "$@"
  status=$?
  [ "$status" -gt 128 ] || break
  echo "crossfoot was killed by signal $((status - 128)) on $(hostname), start $start of $most_starts"
done

# Documents that cannot be read are the summary's to tell; the shard has done what can be done.
[ "$status" -eq 3 ] && status=0
exit "$status"
