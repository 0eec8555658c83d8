using System.Globalization;
using GameNight.Calendar;
using GameNight.Components;
using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;

namespace GameNight.Pages.Boards;

/// <summary>The evening: who is read best, what fooled the machines, how the rookie does, and what was drawn a moment ago.</summary>
public sealed partial class TonightPage(
    LeaderboardReader people,
    TonightReader drawings,
    ScoreboardReader scores,
    ScoreboardProjection projection,
    Nicknames names,
    NavigationManager navigation,
    TimeProvider clock,
    ILogger<TonightPage> logger) : IDisposable
{
    /// <summary>How many of the latest plays are shown.</summary>
    private const int Latest = 4;

    private readonly PageLifetime _lifetime = new();
    private IReadOnlyList<Night> _nights = [];
    private Night? _shown;
    private Leaderboard _board = new([]);
    private RookieCurve? _rookie;
    private IReadOnlyList<Observation> _upsets = [];
    private IReadOnlyList<Observation> _latest = [];
    private bool _isRead;
    private bool _isLatest;
    private bool _failed;
    private int _reads;

    /// <summary>The date of the evening that is shown, <c>2026-11-20</c>; the latest one without it, or where nobody played then.</summary>
    [SupplyParameterFromQuery(Name = "night")]
    public string? Chosen { get; set; }

    private string Title => _shown is { } night && night != Night.Now(clock) ? Words(night) : "Tonight";

    private string Summary => _board.Players.Sum(player => player.Labelled) switch
    {
        _ when !projection.IsComplete && !_failed => $"Counting… {ScoreFormatter.Count(projection.Table.Count, "drawing")} so far.",
        0 => "",
        var answered => $"{ScoreFormatter.Count(_board.Players.Count, "player")}, {ScoreFormatter.Count(answered, "answered drawing")}.",
    };

    public void Dispose()
    {
        names.Changed -= OnNamesChanged;
        _lifetime.Dispose();
    }

    protected override void OnInitialized() => names.Changed += OnNamesChanged;

    protected override Task OnParametersSetAsync() => ReadAsync();

    private static string Words(Night night) => night.Date.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Counts everything that is in the store, and shows it.</summary>
    private async Task ReadAsync()
    {
        try
        {
            await scores.CatchUpAsync(_lifetime.Token);
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
            return;
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
            var cancellation = _lifetime.Token;
            var nights = await people.ReadNightsAsync(Filter.All with { Kind = DrawingKind.Any }, cancellation);
            var shown = nights.Where(night => night.Name == Chosen).Concat(nights).Select(night => (Night?)night).FirstOrDefault();
            var board = shown is { } evening ? await people.ReadAsync(evening, Filter.All, cancellation) : new([]);
            // What goes on now does not belong under an evening of last week.
            var isLatest = nights.Count == 0 || shown == nights[0];
            var rookie = isLatest ? (await scores.ReadCountedAsync(Filter.All, cancellation)).Rookie : null;
            var upsets = shown is { } night ? await drawings.ReadUpsetsAsync(night, cancellation) : [];
            var latest = await drawings.ReadLatestAsync(Latest, cancellation);
            // What has changed meanwhile has its own reading, which may have come back earlier.
            if (read != _reads)
                return;
            (_nights, _shown, _board, _rookie, _upsets, _latest) = (nights, shown, board, rookie, upsets, latest);
            (_isRead, _isLatest, _failed) = (true, isLatest, false);
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // The page was closed.
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _failed = true;
        }
    }

    private void Choose(ChangeEventArgs change) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("night", change.Value as string));

    private void OnNamesChanged() => _ = InvokeAsync(StateHasChanged);

    [LoggerMessage(LogLevel.Error, "The observation store cannot be read; an open page of the evening shows the last counts")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}
