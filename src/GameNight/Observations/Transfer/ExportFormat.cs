using GameNight.Observations.Store;

namespace GameNight.Observations.Transfer;

/// <summary>How observations are written into a file, each in a line.</summary>
public enum ExportFormat
{
    /// <summary>Every observation, complete, as <see cref="ObservationJson"/> describes it.</summary>
    Jsonl,

    /// <summary>
    /// The labelled observations that are not excluded, as <c>label,p0,…,p783</c> without a header, which services that train
    /// boosted trees expect. Pixels are 0 to 255.
    /// </summary>
    Csv,
}
