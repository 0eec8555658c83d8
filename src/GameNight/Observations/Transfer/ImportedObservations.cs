namespace GameNight.Observations.Transfer;

/// <summary>What an import has done.</summary>
/// <param name="Stored">The number of observations that were added.</param>
/// <param name="AlreadyStored">The number of observations that were there already.</param>
/// <param name="LabelsSet">How many of those got a label because they had none or an earlier one.</param>
/// <param name="Conflicts">The line numbers, from 1, of observations that were left out because another one has their id.</param>
public sealed record ImportedObservations(long Stored, long AlreadyStored, long LabelsSet, IReadOnlyList<long> Conflicts)
{
    /// <summary>How many were left out because their player has had them deleted, or because they are older than what is kept.</summary>
    public long Erased { get; init; }
}
