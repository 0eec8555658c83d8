using GameNight.Components;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Names;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;

namespace GameNight.Pages;

/// <summary>The scoreboard. It follows new drawings while it is open; the query string says which drawings count.</summary>
public sealed partial class ChartsPage(ScoreboardReader reader, ScoreboardProjection projection, ILogger<ChartsPage> logger) : IDisposable
{
    private readonly PageLifetime _lifetime = new();
    private Scores? _scores;
    private bool _failed;
    private int _reads;

    /// <summary>The ids of all algorithms that guessed in service, from which the filter lets choose.</summary>
    private IReadOnlyList<string> _algorithms = [];

    /// <summary>Only drawings from this time on count: ISO 8601, in UTC where no zone is named.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>Only drawings before this time count, in the same format.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>The id of the only algorithm that is shown.</summary>
    [SupplyParameterFromQuery]
    public string? Algorithm { get; set; }

    /// <summary>The <see cref="PlayerHandle"/> of the only player whose drawings count.</summary>
    [SupplyParameterFromQuery]
    public string? Player { get; set; }

    /// <summary>The only <see cref="InputKind"/> whose drawings count, by its name in the API.</summary>
    [SupplyParameterFromQuery]
    public string? Input { get; set; }

    /// <summary>The algorithm whose confusion matrix is shown.</summary>
    [SupplyParameterFromQuery]
    public string? Of { get; set; }

    /// <summary>The label of the matrix's cell whose drawings are shown.</summary>
    [SupplyParameterFromQuery]
    public string? Drawn { get; set; }

    /// <summary>The guess of that cell.</summary>
    [SupplyParameterFromQuery]
    public string? Taken { get; set; }

    /// <summary>None where the address names no cell: people shorten addresses, and programs make them up.</summary>
    private ConfusionCell? Cell =>
        Of is not null && FindDigit(Drawn) is { } drawn && FindDigit(Taken) is { } taken ? new(Of, drawn, taken) : null;

    private Filter Filter => Filter.Parse(From, To, Algorithm, Player, Input);

    private string Summary => _scores?.Statistics switch
    {
        _ when !projection.IsComplete && !_failed => $"Counting… {ScoreFormatter.Count(projection.Table.Count, "drawing")} so far.",
        null or { Observations: 0 } => "",
        { Observations: var drawings, Labelled: var marked } =>
            $"{ScoreFormatter.Count(drawings, "drawing")}, {ScoreFormatter.Count(marked)} of them marked.",
    };

    public void Dispose() => _lifetime.Dispose();

    private static int? FindDigit(string? text) => text is [>= '0' and <= '9' and var digit] ? digit - '0' : null;

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
