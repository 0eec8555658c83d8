using GameNight.Observations.Store;

namespace GameNight.Observations.Transfer;

public enum ExportFormat
{
    /// <summary>Every observation with all that is known of it, as <see cref="ObservationJson"/> has it.</summary>
    Jsonl,

    /// <summary>The labelled ones that are not set aside as <c>label,p0,…,p783</c>, without a header, as boosting services expect.</summary>
    Csv,
}
