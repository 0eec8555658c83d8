using GameNight.Components;
using GameNight.Identity.Access;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;
using GameNight.Training.Network;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Scoreboard.Charts.Contests;

/// <summary>What the marks of the person who looks taught their own contestant: its mistakes beside those of the network.</summary>
public sealed partial class OwnAgainstNetwork(ScoreboardReader reader) : IDisposable
{
    private static readonly PairStatistics Nothing = new(Contestants.Personal, AppNetwork.Algorithm, 0, 0, 0, 0);

    private readonly PageLifetime _lifetime = new();

    /// <summary>Only for its changes: new scores mean that there may be new drawings of this player.</summary>
    [Parameter, EditorRequired]
    public Scores Scores { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private PairStatistics Pair { get; set; } = Nothing;

    private IReadOnlyList<(string Algorithm, Proportion Share)> Shares =>
    [
        (Pair.First, new Proportion(Pair.N, Pair.BothRight + Pair.OnlyFirst)),
        (Pair.Second, new Proportion(Pair.N, Pair.BothRight + Pair.OnlySecond)),
    ];

    /// <summary>The share of mistakes at the end of the bars, so that a few in a hundred are seen.</summary>
    private double Scale => Math.Max(0.05, Shares.Max(share => 1 - (share.Share.Accuracy ?? 1)));

    private string Lead => OwnText.Of(Pair);

    public void Dispose() => _lifetime.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (Authentication is null || (await Authentication).User.FindPlayerId() is not { } player)
            return;
        try
        {
            Pair = await reader.ReadOwnAsync(player, _lifetime.Token);
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // The page was closed.
        }
    }
}
