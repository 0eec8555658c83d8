using GameNight.Components;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Projector;

/// <summary>
/// The scoreboard for a projector: one scene after the other, live. Its address takes the same query as <c>/charts</c>, and in addition
/// <c>?scene=2</c> to begin with the second scene and <c>&amp;still</c> to stay there.
/// </summary>
public sealed partial class ProjectorPage(
    ScoreboardReader reader,
    LeaderboardReader people,
    ScoreboardProjection projection,
    NavigationManager navigation,
    ILogger<ProjectorPage> logger) : IDisposable
{
    private readonly PageLifetime _lifetime = new();
    private Scene _scene;
    private ProjectorData? _data;
    private bool _paused;
    private bool _trouble;
    private int _reads;

    /// <summary>The number of the first scene, from 1; any other text begins with scene 1.</summary>
    [SupplyParameterFromQuery(Name = "scene")]
    public string? Begin { get; set; }

    /// <summary>Not null, whatever its value: the page stays with the first scene.</summary>
    [SupplyParameterFromQuery]
    public string? Still { get; set; }

    private bool IsStill => Still is not null;

    private string Title => _scene switch
    {
        Scene.Accuracy => "Who reads your digits best?",
        Scene.HeadToHead => "Who beats whom?",
        Scene.People => "Who is read best?",
        Scene.Mistake => "The favourite mistake",
        _ => "Are they getting better?",
    };

    private string Summary => _data?.Scores.Statistics is { Observations: > 0 } statistics
        ? $"{ScoreFormatter.Count(statistics.Observations, "drawing")}, {ScoreFormatter.Count(statistics.Labelled)} answered"
        : "";

    /// <summary>The host and port under which others reach the game; null for an address that works only on this machine.</summary>
    private string? Address => new Uri(navigation.BaseUri) is { IsLoopback: false } address ? address.Authority : null;

    /// <summary>The query with the selection, for the link back to the charts.</summary>
    private string Query =>
        new Uri(navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["scene"] = null, ["still"] = null })).Query;

    public void Dispose() => _lifetime.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _scene = int.TryParse(Begin, out var number) && Enum.IsDefined((Scene)(number - 1)) ? (Scene)(number - 1) : default;
        try
        {
            await reader.CatchUpAsync(_lifetime.Token);
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // The page was closed.
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _trouble = true;
        }
    }

    protected override Task OnParametersSetAsync() => ShowAsync();

    private async Task ShowAsync()
    {
        // Until everything is counted, the figures would be wrong.
        if (!projection.IsComplete)
            return;
        var read = ++_reads;
        try
        {
            var scores = await reader.ReadCountedAsync(Filter, _lifetime.Token);
            var data = new ProjectorData(scores, await ReadBoardAsync());
            // What has changed meanwhile has its own reading, which may have come back earlier.
            if (read == _reads)
                (_data, _trouble) = (data, false);
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // The page was closed.
        }
    }

    /// <summary>The leaderboard of the times in the address, or of the latest evening; null without drawings.</summary>
    private async Task<Leaderboard?> ReadBoardAsync()
    {
        if (Filter.From is not null || Filter.To is not null)
            return await people.ReadAsync(Filter, _lifetime.Token);
        return await people.ReadNightsAsync(Filter, _lifetime.Token) is [var night, ..]
            ? await people.ReadAsync(night, Filter, _lifetime.Token)
            : null;
    }

    private Task TurnAsync(CancellationToken whileHere)
    {
        if (!_paused && _data is not null)
        {
            _scene = _data.After(_scene);
            StateHasChanged();
        }

        return Task.CompletedTask;
    }

    private void Pause() => _paused = !_paused;

    [LoggerMessage(LogLevel.Error, "The observations cannot be read; the projector shows that instead of a scene")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}
