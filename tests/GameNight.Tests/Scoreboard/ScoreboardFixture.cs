using GameNight.Calendar;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Scoreboard;

/// <summary>A projection and its reader, with a file in a temporary folder.</summary>
internal sealed class ScoreboardFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FactFile _file;

    public ScoreboardFixture(IObservationStore store)
    {
        _file = new FactFile(_folder.Path, NullLogger<FactFile>.Instance);
        Projection = new ScoreboardProjection(store, _file, NullLogger<ScoreboardProjection>.Instance);
        Reader = new ScoreboardReader(Projection, new GameClock(TimeZoneInfo.Utc));
    }

    public ScoreboardProjection Projection { get; }

    public ScoreboardReader Reader { get; }

    public static async Task<Scores> CountAsync(IObservationStore store, Filter? filter = null)
    {
        using var counted = new ScoreboardFixture(store);
        return (await counted.Reader.ReadAsync(filter ?? Filter.All, default))!;
    }

    /// <summary>Counts plays in memory, without a projection.</summary>
    public static Scores Count(params IEnumerable<Observation> plays)
    {
        var table = new FactTable();
        foreach (var play in plays)
            table.Append(PlayFacts.Of(play));
        return ScoreTally.Count(table, Filter.All, TimeZoneInfo.Utc, default);
    }

    public void Dispose()
    {
        Projection.Dispose();
        _file.Dispose();
        _folder.Dispose();
    }
}
