using System.Globalization;

namespace GameNight.Benchmarks.Endurance.Soak;

/// <summary>What a game has taken at one moment.</summary>
/// <param name="Seconds">Since the start of the measurement.</param>
/// <param name="ResidentMegabytes">The memory of the process.</param>
/// <param name="ManagedMegabytes">The part that .NET manages, garbage included.</param>
/// <param name="Handles">Open files and connections.</param>
/// <param name="Threads">Its threads.</param>
/// <param name="FolderMegabytes">The data folder.</param>
/// <param name="Files">The files in the data folder.</param>
/// <param name="Plays">Acknowledged plays, since the start.</param>
/// <param name="PlayP95">How long a play took since the sample before: the 95th percentile, in milliseconds.</param>
internal sealed record Sample(
    double Seconds,
    double ResidentMegabytes,
    double ManagedMegabytes,
    double Handles,
    double Threads,
    double FolderMegabytes,
    double Files,
    double Plays,
    double PlayP95)
{
    public const string Header = "seconds,resident_mb,managed_mb,handles,threads,folder_mb,files,plays,play_p95_ms";

    /// <summary>The columns that are summed up and drawn.</summary>
    public static IReadOnlyList<(string Name, Func<Sample, double> Of)> Columns { get; } =
    [
        ("resident memory, MB", sample => sample.ResidentMegabytes),
        ("managed memory, MB", sample => sample.ManagedMegabytes),
        ("open files and connections", sample => sample.Handles),
        ("threads", sample => sample.Threads),
        ("data folder, MB", sample => sample.FolderMegabytes),
        ("files in the data folder", sample => sample.Files),
        ("a play, p95, ms", sample => sample.PlayP95),
    ];

    public string Row => string.Create(
        CultureInfo.InvariantCulture,
        $"{Seconds:0},{ResidentMegabytes:0.0},{ManagedMegabytes:0.0},{Handles},{Threads},"
        + $"{FolderMegabytes:0.0},{Files},{Plays},{PlayP95:0.0}");
}
