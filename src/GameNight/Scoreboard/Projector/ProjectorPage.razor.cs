using GameNight.Components;
using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
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
    TonightReader drawings,
    Contestants contestants,
    Nicknames names,
    ScoreboardProjection projection,
    NavigationManager navigation,
    TimeProvider clock,
    ILogger<ProjectorPage> logger) : IDisposable
{
    private readonly PageLifetime _lifetime = new();
    private Scene _scene;
    private ProjectorData? _data;
    private DateTimeOffset _since;
    private bool _paused;
    private bool _sounds;
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
        Scene.Latest => "Just drawn",
        _ => "Are they getting better?",
    };

    private string Summary => _data?.Scores.Statistics is { Observations: > 0 } statistics
        ? $"{ScoreFormatter.Count(statistics.Observations, "drawing")}, {ScoreFormatter.Count(statistics.Labelled)} answered"
        : "";

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
            var data = new ProjectorData(scores, await ReadBoardAsync(), await ReadLatestAsync());
            // What has changed meanwhile has its own reading, which may have come back earlier.
            if (read == _reads)
                Take(data);
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // The page was closed.
        }
    }

    /// <summary>Shows new data. A new drawing comes out of turn, though no scene is cut short for it.</summary>
    private void Take(ProjectorData data)
    {
        var isNew = _data is not null && data.Latest is { Id: var id } && id != _data.Latest?.Id;
        (_data, _trouble) = (data, false);
        if (isNew && !_paused && !IsStill && clock.GetUtcNow() - _since >= ProjectorData.Pace / 2)
            GoTo(Scene.Latest);
    }

    /// <summary>The last play; null where the address selects some drawings, or it cannot be read.</summary>
    private async Task<Observation?> ReadLatestAsync()
    {
        if (Filter != Filter.All)
            return null;
        try
        {
            return await drawings.ReadLatestAsync(1, _lifetime.Token) is [var latest, ..] ? latest : null;
        }
        catch (StoreException e)
        {
            // The other scenes rest on what is counted already.
            LogFailed(logger, e);
            return _data?.Latest;
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
        // A drawing that has just come stays for a while, though its scene was not the next one.
        if (!_paused && _data is not null && clock.GetUtcNow() - _since >= ProjectorData.Pace / 2)
        {
            GoTo(_data.After(_scene));
            StateHasChanged();
        }

        return Task.CompletedTask;
    }

    private void GoTo(Scene scene)
    {
        if (scene == _scene)
            return;
        (_scene, _since) = (scene, clock.GetUtcNow());
    }

    private void Pause() => _paused = !_paused;

    [LoggerMessage(LogLevel.Error, "The observations cannot be read; the projector shows that instead of a scene")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}
