using GameNight.Components;
using GameNight.Experiments;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;

namespace GameNight.Play.Rounds;

/// <summary>
/// Which contestant the play page shows: the one that the player chose; for a surprise none until the answer, and then the one that the
/// game chose.
/// </summary>
/// <param name="contestants">The contestants that players see, in the order of the page.</param>
/// <param name="chosen">The player's choice: an algorithm, <see cref="Surprise.Id"/>, or null before the first choice.</param>
/// <param name="round">The round on the page.</param>
internal sealed class ContestantSelection(IReadOnlyList<Contestant> contestants, string? chosen, Round round)
{
    /// <summary>Whether any contestant is in service.</summary>
    public bool IsAnyInService => FirstInService is not null;

    /// <summary>Whether the game chooses. It cannot where no contestant is in service.</summary>
    public bool IsSurprise => chosen == Surprise.Id && IsAnyInService;

    /// <summary>
    /// The player's choice, or the first contestant in service where that one is not. Null for a surprise, and where none is in service.
    /// </summary>
    public Contestant? Chosen =>
        IsSurprise ? null : contestants.FirstOrDefault(contestant => contestant.InService && contestant.Id == chosen) ?? FirstInService;

    /// <summary>The contestant on the answer card; null while it is masked, and where none is in service.</summary>
    public Contestant? Shown =>
        IsMasked ? null
        : IsSurprise ? contestants.FirstOrDefault(contestant => contestant.Id == round.Observation?.Chosen)
        : Chosen;

    /// <summary>Whether a surprise hides which contestant guesses: until the answer, or while the player may bet on it.</summary>
    public bool IsMasked => IsSurprise && (round.Observation is null || round.TakesBets);

    /// <summary>Whether the player has been shown which contestant the game chose.</summary>
    public bool IsUnmasked => IsSurprise && !IsMasked && round.Observation is { ChosenBy: not ChosenBy.Player };

    /// <summary>Whether the player is asked, or has been told, who was behind the mask.</summary>
    public bool HasBet => IsSurprise && (round.TakesBets || round.Bet is not null);

    /// <summary>The contestants that the lot may have fallen on.</summary>
    public IReadOnlyList<Contestant> Suspects => [.. contestants.Where(contestant => round.AnswerOf(contestant.Id) is not null)];

    /// <summary>The guess that is shown; null before the answer, and where the shown contestant gave none.</summary>
    public Guess? Answer => round.AnswerOf(IsSurprise ? round.Observation?.Chosen : Chosen?.Id);

    /// <summary>A CSS colour.</summary>
    public string Colour => IsMasked ? ContestantLook.Mystery : ContestantLook.Of(Shown?.Id ?? "").Colour;

    /// <summary>A sentence about the contestant, shown while the player draws.</summary>
    public string? Line => IsMasked ? "Guess who’s behind the mask!" : Chosen?.Character.Line;

    private Contestant? FirstInService => contestants.FirstOrDefault(contestant => contestant.InService);
}
