namespace GameNight.Observations.Transfer;

/// <param name="Stored">New ones.</param>
/// <param name="AlreadyStored">The same play was there.</param>
/// <param name="LabelsSet">Of those that were there, how many had no label, or an earlier one.</param>
/// <param name="Conflicts">The lines whose id another observation has; they were left out.</param>
public sealed record ImportedObservations(long Stored, long AlreadyStored, long LabelsSet, IReadOnlyList<long> Conflicts);
