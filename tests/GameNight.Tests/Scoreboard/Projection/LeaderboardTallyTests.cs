using FsCheck;
using FsCheck.Fluent;
using GameNight.Calendar;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Projection;

public sealed class LeaderboardTallyTests
{
    // Up to four players. Each play has a time of its own and is recognised, not recognised or not labelled.
    private static readonly Arbitrary<Observation[]> AnyPlays = Gen.ArrayOf(
        from player in Gen.Choose(0, 3)
        from guess in Gen.Choose(0, 2)
        select (player, guess))
        .Select(plays => plays.Select((play, i) => Play($"p{play.player}", i, play.guess == 2 ? null : play.guess, ms: 100 + i)).ToArray())
        .ToArbitrary();

    [Fact]
    public void Count_HandMadeEvening_IsAsCountedByHand()
    {
        var board = Count(
            Play("ann", 0, 1, 900), Play("ann", 1, 1, 700), Play("bob", 2, 1, 2000), Play("ann", 3, 0, 50),
            Play("ann", 4, 1, null), Play("bob", 5, 1, 1500), Play("ann", 6, null, 10), Play("bob", 7, 0, 100));
        var (ann, bob) = (board.Players.Single(player => player.Labelled == 4), board.Players.Single(player => player.Labelled == 3));
        // Three contestants guess each time; the other two are always right.
        Assert.Equal(new PlayerScore(PlayerHandle.Of("ann"), 4, 3, 2, 700, 12, 11, Drawings: 4), ann);
        Assert.Equal(new PlayerScore(PlayerHandle.Of("bob"), 3, 2, 2, 1500, 9, 8, Drawings: 3), bob);
        Assert.Equal([ann, bob], board.LongestStreak.OrderByDescending(player => player.Labelled));
        Assert.Equal([ann], board.Fastest);
        Assert.Empty(board.HardestToRead);
    }

    /// <summary>One of three contestants misreads each second drawing: it earns 7 points, and the others ten.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Count_Rounds_AreTheFirstThirtyDrawingsInOrder(bool shuffled)
    {
        var plays = Enumerable.Range(0, 45).Select(i => Play("ann", i, i is < 20 and >= 10 || i % 2 == 0 ? 1 : 0, 500)).ToArray();
        if (shuffled)
            new Random(1).Shuffle(plays);
        var ann = Assert.Single(Count(plays).Players);
        Assert.Equal((85, 100, 85, 30), (ann.Round1, ann.Round2, ann.Round3, ann.Drawings));
    }

    /// <summary>It knows nothing early in the evening: who plays first would lose by it.</summary>
    [Theory]
    [InlineData("rookie")]
    [InlineData("personal")]
    public void Count_GuessesOfLearners_EarnAndCostNoPoints(string learner)
    {
        var ann = Assert.Single(Count([.. Enumerable.Range(0, 10).Select(i => ScoredObservations.Play(
            1, ObservationBuilder.Evening.AddMinutes(i), ("cnn", 1), (learner, 0)) with { Player = "ann", Chosen = "cnn" })]).Players);
        Assert.Equal((100, 20, 10), (ann.Round1, ann.Guesses, ann.Correct));
    }

    [Fact]
    public void Count_RowsInAnyOrder_IsTheSame() => Prop.ForAll(AnyPlays, plays =>
    {
        var shuffled = plays.ToArray();
        new Random(plays.Length).Shuffle(shuffled);
        return Count(plays).Players.SequenceEqual(Count(shuffled).Players);
    }).Check();

    [Fact]
    public void Count_AnyPlays_IsAsASlowCountHasIt() => Prop.ForAll(AnyPlays, plays =>
    {
        var slow = plays.Where(play => play.Label is not null).GroupBy(play => play.Player).Select(player => (
            Handle: PlayerHandle.Of(player.Key),
            Labelled: player.Count(),
            Recognised: player.Count(IsRecognised),
            Streak: Longest([.. player.OrderBy(play => play.Time).Select(IsRecognised)])));
        var counted = Count(plays).Players.Select(player => (player.Handle, player.Labelled, player.Recognised, player.Streak));
        return counted.Order().SequenceEqual(slow.Order());
    }).Check();

    /// <summary>An unread drawing that nobody answers costs no points. So the board says how many, but for the one under way.</summary>
    [Fact]
    public void Count_DrawingsLeftUnanswered_AreSaidUnlessTheyAreTheLatestOrNoDigitOrAtTheJury()
    {
        Observation[] plays =
        [
            Play("ann", 0, null, 500), Play("ann", 1, 1, 500), Play("ann", 2, null, 500), Play("ann", 3, 1, 500), Play("ann", 9, null, 500),
            Play("ann", 4, null, 500) with { Votes = [new Vote("ann", null, ObservationBuilder.Evening)] },
            Play("ann", 5, null, 500) with { Task = new DrawingTask(PlayMode.Fool, 1) },
            Play("bob", 6, null, 500), Play("bob", 7, 1, 500),
        ];
        Assert.Equal([(2, 2), (1, 1)], Said(plays));
        Assert.Equal([(2, 2), (1, 1)], Said([.. plays.Reverse()]));

        static IEnumerable<(int, int)> Said(Observation[] plays) => Count(plays).Players
            .OrderByDescending(player => player.Labelled).Select(player => (player.Labelled, player.Unanswered));
    }

    /// <summary>What comes over the API was drawn by a program, even where that claims a finger.</summary>
    [Fact]
    public void Count_PlaysOfPrograms_StayOffTheBoard()
    {
        var program = Play("bot", 1, 1, 500) with { Origin = PlayOrigin.Api, Input = InputKind.Touch };
        var person = Play("ann", 2, 1, 500) with { Origin = PlayOrigin.Page, Input = InputKind.Touch };
        Assert.Equal(PlayerHandle.Of("ann"), Assert.Single(Count(program, person).Players).Handle);
        Assert.Equal(InputKind.Program, PlayFacts.Of(program).Input);
    }

    [Fact]
    public void Count_TimesThatNobodyDrawsIn_AreNoRecord() =>
        Assert.Equal(300, Count(Play("ann", 1, 1, 1), Play("ann", 2, 1, 99), Play("ann", 3, 1, 300)).Players.Single().Fastest);

    [Fact]
    public void Count_GuessesOnShadow_DoNotChangeTheLegibility()
    {
        var play = Play("ann", 0, 1, null);
        var score = Assert.Single(Count(play with { Shadows = [ObservationBuilder.Guess("trees", 9)] }).Players);
        Assert.Equal((3, 3), (score.Guesses, score.Correct));
    }

    [Fact]
    public void Count_DrawingOutsideTheEveningOrExcluded_IsLeftOut()
    {
        var table = Table([Play("ann", 0, 1, null), Play("ann", 60 * 24, 1, null), Play("ann", 1, 1, null) with { Excluded = true }]);
        var night = Night.Of(ObservationBuilder.Evening, TimeZoneInfo.Utc);
        var board = LeaderboardTally.Count(table, new Filter(night.StartIn(TimeZoneInfo.Utc), night.EndIn(TimeZoneInfo.Utc)), default);
        Assert.Equal(1, Assert.Single(board.Players).Labelled);
        var next = Night.Of(ObservationBuilder.Evening.AddDays(1), TimeZoneInfo.Utc);
        Assert.Equal([next, night], NightTally.Count(table, Filter.All, TimeZoneInfo.Utc, default));
    }

    [Fact]
    public void Count_PartyFarAwayAroundNoonOfUtc_IsOneNight()
    {
        var before = new DateTimeOffset(ObservationBuilder.Evening.UtcDateTime.Date, TimeSpan.Zero).AddHours(12).AddMinutes(-5);
        var table = Table([.. Enumerable.Range(0, 10).Select(minute => Play("ann", 0, 1, null) with { Time = before.AddMinutes(minute) })]);
        Assert.Equal(2, NightTally.Count(table, Filter.All, TimeZoneInfo.Utc, default).Count);
        var auckland = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");
        Assert.Equal([Night.Of(before, auckland)], NightTally.Count(table, Filter.All, auckland, default));
    }

    private static bool IsRecognised(Observation play) =>
        play.Guesses.Single(guess => guess.Algorithm == play.Chosen).Digit == play.Label!.Digit;

    private static int Longest(bool[] recognised) =>
        string.Concat(recognised.Select(one => one ? '1' : '0')).Split('0').Max(streak => streak.Length);

    private static Leaderboard Count(params Observation[] plays) => LeaderboardTally.Count(Table(plays), Filter.All, default);

    private static FactTable Table(IEnumerable<Observation> plays)
    {
        var table = new FactTable();
        foreach (var play in plays)
            table.Append(PlayFacts.Of(play));
        return table;
    }

    /// <param name="guess">1 for a recognised drawing, 0 for another; null for one without a label.</param>
    private static Observation Play(string player, int minute, int? guess, int? ms) =>
        ScoredObservations.Play(
            guess is null ? null : 1,
            ObservationBuilder.Evening.AddMinutes(minute),
            ("k-means", 1), ("cnn", guess ?? 1), ("mlp", 1)) with
        {
            Player = player,
            Chosen = "cnn",
            Ink = ScoredObservations.NewInk(ms),
        };
}
