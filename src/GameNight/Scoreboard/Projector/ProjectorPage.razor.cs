using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Projector;

/// <summary>
/// The scoreboard for a wall: one scene after the other, live. Its address takes what <c>/charts</c> takes; <c>?scene=2</c>
/// begins with the second, and <c>&amp;still</c> stays there.
/// </summary>
public sealed partial class ProjectorPage(
    ScoreboardReader reader,
    LeaderboardReader people,
    ScoreboardProjection projection,
    NavigationManager navigation,
    ILogger<ProjectorPage> logger) : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private CancellationToken _whileHere;
    private Scene _scene;
    private ProjectorData? _show;
    private bool _paused;
    private bool _trouble;

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [SupplyParameterFromQuery]
    public string? Algorithm { get; set; }

    [SupplyParameterFromQuery]
    public string? Player { get; set; }

    [SupplyParameterFromQuery]
    public string? Input { get; set; }

    /// <summary>The scene to begin with, from 1; what is none begins with the first.</summary>
    [SupplyParameterFromQuery(Name = "scene")]
    public string? Begin { get; set; }

    /// <summary>Whether it stays there: present, whatever it says.</summary>
    [SupplyParameterFromQuery]
    public string? Still { get; set; }

    private Filter Filter => Filter.Parse(From, To, Algorithm, Player, Input);

    private bool IsStill => Still is not null;

    private string Title => _scene switch
    {
        Scene.Accuracy => "Who reads your digits best?",
        Scene.HeadToHead => "Who beats whom?",
        Scene.People => "Who is read best?",
        Scene.Mistake => "The favourite mistake",
        _ => "Are they getting better?",
    };

    private string Summary => _show?.Scores.Statistics is { Observations: > 0 } statistics
        ? $"{ScoreFormatter.Count(statistics.Observations, "drawing")}, {ScoreFormatter.Count(statistics.Labelled)} marked"
        : "";

    /// <summary>Where others reach the game; null where the address is only good on this machine.</summary>
    private string? Address => new Uri(navigation.BaseUri) is { IsLoopback: false } address ? address.Authority : null;

    /// <summary>What narrows the page, for the way back.</summary>
    private string Query =>
        new Uri(navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["scene"] = null, ["still"] = null })).Query;

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _whileHere = _left.Token;
        _scene = int.TryParse(Begin, out var number) && Enum.IsDefined((Scene)(number - 1)) ? (Scene)(number - 1) : default;
        try
        {
            await reader.CatchUpAsync(_whileHere);
        }
        catch (OperationCanceledException) when (_whileHere.IsCancellationRequested)
        {
            // Nobody looks any more.
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
        // Until all is counted, it would be wrong.
        if (!projection.IsComplete)
            return;
        try
        {
            var scores = await reader.ReadCountedAsync(Filter, _whileHere);
            _show = new ProjectorData(scores, await ReadBoardAsync());
            _trouble = false;
        }
        catch (OperationCanceledException) when (_whileHere.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
    }

    /// <summary>Of the times that the address names, else of the latest evening.</summary>
    private async Task<Leaderboard?> ReadBoardAsync()
    {
        if (Filter.From is not null || Filter.To is not null)
            return await people.ReadAsync(Filter, _whileHere);
        return await people.ReadNightsAsync(Filter, _whileHere) is [var night, ..]
            ? await people.ReadAsync(night, Filter, _whileHere)
            : null;
    }

    private Task TurnAsync(CancellationToken whileHere)
    {
        if (!_paused && _show is not null)
        {
            _scene = _show.After(_scene);
            StateHasChanged();
        }

        return Task.CompletedTask;
    }

    private void Pause() => _paused = !_paused;

    [LoggerMessage(LogLevel.Error, "The projector could not be brought up to date")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}
