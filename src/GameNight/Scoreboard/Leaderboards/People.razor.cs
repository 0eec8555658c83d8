using System.Globalization;
using GameNight.Identity.Access;
using GameNight.Identity.Names;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Scoreboard.Leaderboards;

/// <summary>The players of an evening: who is read best, and how the person who looks stands.</summary>
public sealed partial class People(Nicknames names, IAuthorizationService authorization)
{
    /// <summary>How many players the table lists at most.</summary>
    private const int MaxInTable = 100;

    /// <summary>How many rows are visible before the others are unfolded.</summary>
    private const int Shown = 5;

    private string? _me;
    private string? _trouble;

    /// <summary>The evening's board.</summary>
    [Parameter, EditorRequired]
    public Leaderboard Board { get; set; } = new([]);

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private bool HasPlayers => Board.Players.Count > 0;

    private string Lead => HasPlayers
        ? $"{BoardFormatter.Lead(Board, names.NameOf)} {BoardFormatter.Rule(Board)}"
        : "Once drawings have answers, those who drew them stand here.";

    private string Caption =>
        $"Points and recognised drawings of each player{(Board.Players.Count > MaxInTable ? $", the first {MaxInTable}" : "")}. "
        + "A drawing is recognised when the contestant that was asked had it right. "
        + "The interval of the last column takes each drawing for one judgement, however many contestants guessed it";

    /// <summary>All players, the ranked ones first; points only for those.</summary>
    private IEnumerable<(PlayerScore Player, int? Points)> InOrder => Board.Ranked
        .Select(entry => (entry.Player, (int?)entry.Points))
        .Concat(Board.AllWaiting.Select(player => (player, (int?)null)));

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
            _trouble = "The name couldn’t be removed right now. Try again in a moment.";
        }
    }

    protected override async Task OnInitializedAsync()
    {
        if (Authentication is not null && (await Authentication).User.FindPlayerId() is { } player)
            _me = PlayerHandle.Of(player);
    }

    private static string Seconds(PlayerScore player) =>
        string.Create(CultureInfo.InvariantCulture, $"{player.Fastest!.Value / 1000.0:0.0#} s");

    private static string Legibility(PlayerScore player) =>
        $"{ScoreFormatter.Percent(player.Legibility!.Value)} "
        + $"({100 * player.LegibilityInterval!.Value.Low:0}–{100 * player.LegibilityInterval.Value.High:0} %)";

    private string NamesOf(IReadOnlyList<PlayerScore> players) =>
        Enumeration.OfNames([.. players.Select(player => names.NameOf(player.Handle))]);

    private string NameOf(PlayerScore player) => names.NameOf(player.Handle) + (player.Handle == _me ? " (you)" : "");

    private string? Mine(PlayerScore player) => player.Handle == _me ? "yes" : null;
}
