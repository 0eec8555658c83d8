using System.Globalization;
using GameNight.Calendar;
using GameNight.Components;
using GameNight.Identity.Access;
using GameNight.Identity.Names;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Scoreboard.Leaderboards;

/// <summary>The leaderboard of the latest evening, of another that was selected, or of the times in the page's address.</summary>
public sealed partial class People(LeaderboardReader reader, Nicknames names, IAuthorizationService authorization) : IDisposable
{
    /// <summary>How many players the table lists at most.</summary>
    private const int MaxInTable = 100;

    private readonly PageLifetime _lifetime = new();
    private IReadOnlyList<Night> _nights = [];
    private Night? _chosen;
    private Night? _shown;
    private Leaderboard? _board;
    private string? _me;
    private string? _trouble;

    /// <summary>Selects the drawings.</summary>
    [Parameter, EditorRequired]
    public Filter Filter { get; set; } = Filter.All;

    /// <summary>Only for its changes: new scores mean that there may be a new leaderboard.</summary>
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
        + $"{((_board?.Players.Count ?? 0) > MaxInTable ? $", the first {MaxInTable}" : "")}. "
        + "The interval of the last column takes each drawing for one judgement, however many contestants guessed it";

    public void Dispose()
    {
        names.Changed -= OnNamesChanged;
        _lifetime.Dispose();
    }

    /// <summary>Removes a name. Only for the host.</summary>
    internal async Task RemoveNameAsync(string handle)
    {
        if (!await authorization.IsHostAsync(Authentication))
            return;
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

    protected override async Task OnInitializedAsync()
    {
        names.Changed += OnNamesChanged;
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

    private string NamesOf(IReadOnlyList<PlayerScore> players) =>
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
            var asked = (Filter, _chosen);
            var nights = await reader.ReadNightsAsync(Filter, _lifetime.Token);
            var shown = _chosen is { } chosen && nights.Contains(chosen) ? chosen : nights is [var latest, ..] ? latest : (Night?)null;
            var board = HasTimes ? await reader.ReadAsync(Filter, _lifetime.Token)
                : shown is { } night ? await reader.ReadAsync(night, Filter, _lifetime.Token)
                : null;
            // Otherwise another evening was selected meanwhile, and a later call shows it.
            if (asked == (Filter, _chosen))
                (_nights, _shown, _board) = (nights, shown, board);
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // The page was closed.
        }
    }

    private void OnNamesChanged() => _ = InvokeAsync(StateHasChanged);
}
