using GameNight.Components;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;

namespace GameNight.Pages.Boards;

/// <summary>What the pages with charts share: they follow new drawings while they are open, and can be filtered.</summary>
public sealed partial class ScoreboardFrame(
    ScoreboardReader reader, ScoreboardProjection projection, NavigationManager navigation, ILogger<ScoreboardFrame> logger) : IDisposable
{
    private readonly PageLifetime _lifetime = new();
    private Scores? _scores;
    private bool _failed;
    private int _reads;

    /// <summary>The ids of all algorithms that guessed in service, from which the filter lets choose.</summary>
    private IReadOnlyList<string> _algorithms = [];

    /// <summary>The question that the page answers.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Selects the drawings that count.</summary>
    [Parameter, EditorRequired]
    public Filter Filter { get; set; } = Filter.All;

    /// <summary>The answer in a sentence.</summary>
    [Parameter]
    public Func<Scores, string>? Headline { get; set; }

    /// <summary>Whether the filters are visible before one is set.</summary>
    [Parameter]
    public bool ShowsFilters { get; set; }

    /// <summary>The charts.</summary>
    [Parameter]
    public RenderFragment<Scores>? ChildContent { get; set; }

    private bool IsFiltered => Filter != Filter.All;

    private string Query => new Uri(navigation.Uri).Query;

    /// <summary>The page without a filter.</summary>
    private string Here => new Uri(navigation.Uri).AbsolutePath;

    private string Summary => _scores?.Statistics switch
    {
        _ when !projection.IsComplete && !_failed => $"Counting… {ScoreFormatter.Count(projection.Table.Count, "drawing")} so far.",
        null or { Observations: 0 } => "",
        { Observations: var drawings, Labelled: var answered } =>
            $"{ScoreFormatter.Count(drawings, "drawing")}, {ScoreFormatter.Count(answered)} of them answered.",
    };

    public void Dispose() => _lifetime.Dispose();

    protected override Task OnParametersSetAsync()
    {
        // The prerendered page has asked for the same: its answer is shown at once.
        _scores = reader.Find(Filter) ?? _scores;
        return ReadAsync();
    }

    /// <summary>Counts everything that is in the store, and shows it.</summary>
    private async Task ReadAsync()
    {
        try
        {
            await reader.CatchUpAsync(_lifetime.Token);
            _failed = false;
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // The page was closed.
            return;
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _failed = true;
        }

        await ShowAsync();
    }

    /// <summary>Shows what is counted by now. Does nothing before the first count of the store is complete.</summary>
    private async Task ShowAsync()
    {
        if (!projection.IsComplete)
            return;
        var read = ++_reads;
        try
        {
            var (filter, scores) = (Filter, await reader.ReadCountedAsync(Filter, _lifetime.Token));
            // What has changed meanwhile, the query string or the counts, has its own reading, which may have come back earlier.
            if (filter != Filter || read != _reads)
                return;
            _scores = scores;
            _algorithms =
            [
                .. projection.Table.Versions.All.ToArray()
                    .Where(version => !version.IsShadow)
                    .Select(version => version.Algorithm)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // The page was closed.
        }
    }

    [LoggerMessage(LogLevel.Error, "The observation store cannot be read; an open scoreboard shows the last counts")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}
