using GameNight.Recognition.Guessing;

namespace GameNight.Play.Rounds;

/// <summary>How far the contestants agree on one drawing.</summary>
/// <param name="Digits">The most frequent guess; several digits, in ascending order, where there is a tie.</param>
/// <param name="Votes">The number of guesses for each of these digits.</param>
/// <param name="Of">The number of all guesses.</param>
public sealed record Agreement(IReadOnlyList<int> Digits, int Votes, int Of)
{
    public static Agreement On(IReadOnlyList<Guess> guesses)
    {
        var votes = guesses.CountBy(guess => guess.Digit).ToList();
        var most = votes.Select(vote => vote.Value).DefaultIfEmpty().Max();
        return new Agreement([.. votes.Where(vote => vote.Value == most).Select(vote => vote.Key).Order()], most, guesses.Count);
    }

    /// <summary>The agreement in words, such as <c>5 of 6 say 7</c>.</summary>
    public override string ToString() => this switch
    {
        { Of: 0 } => "Nobody has an answer",
        { Votes: 1, Of: > 2 } => "No two agree",
        { Digits: [var digit] } => $"{Votes} of {Of} {(Votes == 1 ? "says" : "say")} {digit}",
        _ => string.Join(", ", Digits.Select(digit => $"{Votes} {(Votes == 1 ? "says" : "say")} {digit}")),
    };
}
