using GameNight.Drawing;

namespace GameNight.Recognition;

/// <summary>Everybody at the table. One that fails, fails alone.</summary>
public sealed partial class Contestants : IDisposable
{
    private readonly ILogger<Contestants> _log;

    /// <param name="folder">Holds <c>{algorithm}/{version}/</c> folders; the newest version of each plays.</param>
    /// <param name="log">Hears of each contestant that cannot play.</param>
    public Contestants(string folder, ILogger<Contestants> log)
    {
        _log = log;
        All = [.. Folders(folder).Select(algorithm => Contestant.Load(Path.GetFileName(algorithm), Newest(algorithm)))];
        if (All.Count == 0)
            LogNobody(folder);
        foreach (var contestant in All.Where(c => !c.InService))
            LogUnavailable(contestant.Id, contestant.Reason);
    }

    public IReadOnlyList<Contestant> All { get; }

    public Contestant? Find(string id) => All.FirstOrDefault(contestant => contestant.Id == id);

    /// <exception cref="UnknownAlgorithmException">Nobody has this id.</exception>
    public Contestant Require(string id) => Find(id) ?? throw new UnknownAlgorithmException(id);

    /// <summary>One guess of each contestant in service.</summary>
    public IReadOnlyList<Guess> Guess(DigitImage image)
    {
        var guesses = new List<Guess>(All.Count);
        foreach (var contestant in All.Where(c => c.InService))
        {
            try
            {
                guesses.Add(contestant.Guess(image));
            }
            catch (ContestantUnavailableException e)
            {
                LogFailed(contestant.Id, e);
            }
        }

        return guesses;
    }

    public void Dispose()
    {
        foreach (var contestant in All)
            contestant.Dispose();
    }

    private static string[] Folders(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal).ToArray() : [];

    /// <summary>Versions count upwards; without any, the path where the first is missed.</summary>
    private static string Newest(string algorithm) =>
        Folders(algorithm).MaxBy(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0) ?? Path.Combine(algorithm, "1");

    [LoggerMessage(LogLevel.Warning, "Nobody can guess: there are no models in {Folder}")]
    private partial void LogNobody(string folder);

    [LoggerMessage(LogLevel.Warning, "{Algorithm} is unavailable: {Reason}")]
    private partial void LogUnavailable(string algorithm, string? reason);

    [LoggerMessage(LogLevel.Error, "{Algorithm} could not guess; the others play on")]
    private partial void LogFailed(string algorithm, Exception exception);
}
