using System.Globalization;
using GameNight.Calendar;
using GameNight.Identity.Access;
using GameNight.Identity.Names;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Scoreboard.Leaderboards;

/// <summary>The board of an evening: the latest one, another that somebody chose, or the times that the page is narrowed to.</summary>
public sealed partial class People(LeaderboardReader reader, Nicknames names) : IDisposable
{
    /// <summary>So many players are listed in the table.</summary>
    private const int InTable = 100;

    private readonly CancellationTokenSource _left = new();
    private CancellationToken _whileHere;
    private IReadOnlyList<Night> _nights = [];
    private Night? _chosen;
    private Night? _shown;
    private Leaderboard? _board;
    private string? _me;
    private string? _trouble;

    /// <summary>Which drawings count.</summary>
    [Parameter, EditorRequired]
    public Filter Filter { get; set; } = Filter.All;

    /// <summary>Another one says that something has changed.</summary>
    [Parameter, EditorRequired]
    public Scores Scores { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private Nicknames Names => names;

    private bool HasTimes => Filter.From is not null || Filter.To is not null;

    private string Lead => _nights.Count == 0 && !HasTimes
        ? "Once drawings are marked, those who drew them stand here."
        : $"Who was read best in an evening, which goes from noon to noon in the time zone {reader.TimeZone.Id}. "
            + "A drawing counts when it is marked, and is recognised when the contestant that was asked had it right.";

    private string Caption =>
        $"{(HasTimes || _shown is null ? "The selected time" : Words(_shown.Value))}: recognised drawings of each player"
        + $"{((_board?.Players.Count ?? 0) > InTable ? $", the first {InTable}" : "")}. "
        + "The interval of the last column takes each drawing for one judgement, however many contestants guessed it";

    public void Dispose()
    {
        names.Changed -= Hear;
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _whileHere = _left.Token;
        names.Changed += Hear;
        if (Authentication is not null && (await Authentication).User.FindPlayerId() is { } player)
            _me = PlayerHandle.Of(player);
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private static string Words(Night night) => night.Date.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Seconds(PlayerScore player) =>
        string.Create(CultureInfo.InvariantCulture, $"{player.Fastest!.Value / 1000.0:0.0#} s");

    private static string Legibility(PlayerScore player) =>
        $"{ScoreFormatter.Percent(player.Legibility!.Value)} "
        + $"({100 * player.LegibilityInterval!.Value.Low:0}–{100 * player.LegibilityInterval.Value.High:0} %)";

    private string Together(IReadOnlyList<PlayerScore> players) =>
        string.Join(", ", players.Take(3).Select(player => names.NameOf(player.Handle)))
        + (players.Count > 3 ? $" and {ScoreFormatter.Count(players.Count - 3, "other")}" : "");

    private async Task ChooseAsync(ChangeEventArgs change)
    {
        _chosen = _nights.Where(night => night.Name == (string?)change.Value).Select(night => (Night?)night).FirstOrDefault();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            var question = (Filter, _chosen);
            var nights = await reader.ReadNightsAsync(Filter, _whileHere);
            var shown = _chosen is { } chosen && nights.Contains(chosen) ? chosen : nights is [var latest, ..] ? latest : (Night?)null;
            var board = HasTimes ? await reader.ReadAsync(Filter, _whileHere)
                : shown is { } night ? await reader.ReadAsync(night, Filter, _whileHere)
                : null;
            // Another evening was asked for meanwhile.
            if (question == (Filter, _chosen))
                (_nights, _shown, _board) = (nights, shown, board);
        }
        catch (OperationCanceledException) when (_whileHere.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
    }

    private void Hear() => _ = InvokeAsync(StateHasChanged);

    /// <summary>Only the host gets here: a browser can call nothing but the handlers that were rendered for it.</summary>
    private async Task UnnameAsync(string handle)
    {
        try
        {
            await names.RemoveAsync(handle, CancellationToken.None);
            _trouble = null;
        }
        catch (StoreException)
        {
            _trouble = "The name could not be removed right now. Try again in a moment.";
        }
    }
}
