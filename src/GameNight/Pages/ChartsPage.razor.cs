using GameNight.Drawing.Strokes;
using GameNight.Identity.Names;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;

namespace GameNight.Pages;

/// <summary>The charts. They move while people play; which drawings count is in the address.</summary>
public sealed partial class ChartsPage(ScoreboardReader reader, ScoreboardProjection projection, ILogger<ChartsPage> logger) : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private CancellationToken _whileHere;
    private Scores? _scores;
    private bool _failed;

    /// <summary>Drawn then or later: ISO 8601, UTC where no zone is named.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>Drawn before then, in the same way.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>The id of the only algorithm that is shown.</summary>
    [SupplyParameterFromQuery]
    public string? Algorithm { get; set; }

    /// <summary>The <see cref="PlayerHandle"/> of the only player whose drawings count.</summary>
    [SupplyParameterFromQuery]
    public string? Player { get; set; }

    /// <summary>What the drawings that count were drawn with: a word of <see cref="InputKind"/>.</summary>
    [SupplyParameterFromQuery]
    public string? Input { get; set; }

    /// <summary>Whose confusion matrix is shown.</summary>
    [SupplyParameterFromQuery]
    public string? Of { get; set; }

    /// <summary>With <see cref="Taken"/>: the cell of it whose drawings are open.</summary>
    [SupplyParameterFromQuery]
    public int? Drawn { get; set; }

    [SupplyParameterFromQuery]
    public int? Taken { get; set; }

    private ConfusionCell? Cell =>
        Of is not null && Drawn is >= 0 and <= 9 && Taken is >= 0 and <= 9 ? new(Of, Drawn.Value, Taken.Value) : null;

    /// <summary>Whoever may be asked for, whatever is shown.</summary>
    private IReadOnlyList<string> _everybody = [];

    private Filter Filter => Filter.Parse(From, To, Algorithm, Player, Input);

    private string Summary => _scores?.Statistics switch
    {
        _ when !projection.IsComplete && !_failed => $"Counting… {ScoreFormatter.Count(projection.Table.Count, "drawing")} so far.",
        null or { Observations: 0 } => "",
        { Observations: var drawings, Labelled: var marked } =>
            $"{ScoreFormatter.Count(drawings, "drawing")}, {ScoreFormatter.Count(marked)} of them marked.",
    };

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override void OnInitialized() => _whileHere = _left.Token;

    protected override Task OnParametersSetAsync()
    {
        // Shown at once where somebody has asked the same before, as the page did that came first.
        _scores = reader.Find(Filter) ?? _scores;
        return ReadAsync();
    }

    /// <summary>Everything that was played by now.</summary>
    private async Task ReadAsync()
    {
        try
        {
            await reader.CatchUpAsync(_whileHere);
            _failed = false;
        }
        catch (OperationCanceledException) when (_whileHere.IsCancellationRequested)
        {
            // Nobody looks any more.
            return;
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _failed = true;
        }

        await ShowAsync();
    }

    /// <summary>Everything that is counted by now; nothing, while that is only a part of what there is.</summary>
    private async Task ShowAsync()
    {
        if (!projection.IsComplete)
            return;
        try
        {
            var (filter, scores) = (Filter, await reader.ReadCountedAsync(Filter, _whileHere));
            // The address has changed meanwhile: that is another question.
            if (filter != Filter)
                return;
            _scores = scores;
            _everybody = [
            .. projection.Table.Versions.All.ToArray()
                .Where(version => !version.IsShadow)
                .Select(version => version.Algorithm)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        }
        catch (OperationCanceledException) when (_whileHere.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
    }

    [LoggerMessage(LogLevel.Error, "The charts could not be brought up to date")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}
