using GameNight.Experiments;
using GameNight.Observations.Store;

namespace GameNight.Play.Rounds;

/// <summary>The player's choices and score since the tab was opened. The browser keeps it as JSON over a reload.</summary>
public sealed record PlaySession
{
    /// <summary>The id of an algorithm, or <see cref="Surprise.Id"/>; null until the player chooses.</summary>
    public string? Chosen { get; init; }

    /// <summary>The number of drawings that were marked.</summary>
    public int Drawn { get; init; }

    /// <summary>The number of these that the contestant guessed correctly.</summary>
    public int Recognised { get; init; }

    /// <summary>Whether the game asks for digits.</summary>
    public bool Challenge { get; init; }

    /// <summary>The digit that a challenge asks for, 0 to 9.</summary>
    public int Asked { get; init; }

    /// <summary>The number of drawings recognised in a row in the challenge.</summary>
    public int Streak { get; init; }

    public int BestStreak { get; init; }

    /// <summary>What the player asked the machines to fall for: the points that the jury has confirmed.</summary>
    public int Points { get; init; }

    /// <summary>The player's drawings that wait for the jury, the oldest first.</summary>
    public IReadOnlyList<Guid> AtTheJury { get; init; } = [];

    /// <summary>What is to be drawn to fool the machines; null where the last one was guessed, or none was begun.</summary>
    public DrawingTask? Fooling { get; init; }

    /// <summary>How often the player said who hides behind the mask.</summary>
    public int Bets { get; init; }

    /// <summary>The number of these that were right.</summary>
    public int Spotted { get; init; }

    /// <summary>The last of them; null before the first.</summary>
    public Bet? LastBet { get; init; }

    /// <summary>The id of the algorithm that reads the player's sprints; null until the player chooses.</summary>
    public string? SprintReader { get; init; }

    /// <summary>What a sprint has brought that the page has not seen end yet; null for none.</summary>
    public SprintScore? SprintUnderWay { get; init; }

    /// <summary>The id of the observation that was guessed last, until its answer is durable; null for none.</summary>
    public Guid? Unanswered { get; init; }

    /// <summary>The session with a bet on who guessed a drawing.</summary>
    public PlaySession WithBet(Bet bet, bool isRight) =>
        this with { Bets = Bets + 1, Spotted = Spotted + (isRight ? 1 : 0), LastBet = bet };

    /// <summary>The session with one more drawing.</summary>
    public PlaySession Marked(bool recognised) => this with { Drawn = Drawn + 1, Recognised = Recognised + (recognised ? 1 : 0) };

    /// <summary>The session after the player has replaced the mark of a drawing.</summary>
    /// <param name="before">Whether the guess was right by the mark before.</param>
    /// <param name="now">Whether the guess is right by the new mark.</param>
    public PlaySession Corrected(bool before, bool now) => this with { Recognised = Recognised + (now ? 1 : 0) - (before ? 1 : 0) };

    /// <summary>The session with one more drawing in a challenge, which asks for another digit then.</summary>
    public PlaySession Challenged(bool recognised, Random random)
    {
        var streak = recognised ? Streak + 1 : 0;
        return (Marked(recognised) with { Streak = streak, BestStreak = Math.Max(BestStreak, streak) }).AskNext(random);
    }

    /// <summary>The session with the challenge turned on or off; the streak begins anew.</summary>
    public PlaySession Switched(bool challenge, Random random) => (this with { Challenge = challenge, Streak = 0 }).AskNext(random);

    /// <summary>Asks for another digit than the one before.</summary>
    private PlaySession AskNext(Random random) => this with { Asked = (Asked + random.Next(1, 10)) % 10 };
}
