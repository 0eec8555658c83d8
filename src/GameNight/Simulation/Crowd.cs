using GameNight.Drawing.Strokes;
using GameNight.Identity.Access;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;

namespace GameNight.Simulation;

/// <summary>
/// Generates the observations of many players over weeks, as fast as they can be stored. No model runs: guesses and their confidence
/// are random numbers, so that results on such data say nothing about the contestants. The data fills charts and serves to measure
/// their speed.
/// </summary>
public sealed class Crowd(CrowdOptions options)
{
    /// <summary>The time at the end during which a candidate guesses on shadow.</summary>
    private static readonly TimeSpan Trial = TimeSpan.FromDays(7);

    /// <summary>All observations, oldest first, with their labels. Equal options give equal observations, including their ids.</summary>
    public IEnumerable<Observation> Play()
    {
        var random = new Random(options.Seed);
        var drawings = new CrowdDrawings(options.Drawings, random);
        var players = CrowdPlayer.Draw(options.Players, random);
        var (present, today) = (Array.Empty<CrowdPlayer>(), -1);
        foreach (var time in CrowdCalendar.Draw(options.Plays, options.Start, options.Days, random))
        {
            var day = (time - options.Start).Days;
            if (day != today)
                (present, today) = (DrawPresent(players, random), day);
            yield return Play(time, present[random.Next(present.Length)], drawings, random);
        }
    }

    /// <summary>The players of a day, at least one.</summary>
    private static CrowdPlayer[] DrawPresent(CrowdPlayer[] players, Random random)
    {
        var present = Array.FindAll(players, player => random.Chance(player.Attendance));
        return present.Length > 0 ? present : [players[random.Next(players.Length)]];
    }

    private Observation Play(DateTimeOffset time, CrowdPlayer player, CrowdDrawings drawings, Random random)
    {
        var digit = random.Next(OnnxClassifier.Digits);
        var (drawing, lookalike) = (drawings.Draw(digit, random), CrowdConfusion.Draw(digit, random));
        var difficulty = player.Hand + CrowdConfusion.DifficultyOf(digit) + 1.3 * random.Normal();
        var input = random.NextDouble() switch { < 0.01 => InputKind.Picture, < 0.02 => InputKind.Program, _ => player.Input };
        var (chosen, chosenBy) = Choose(player, (time - options.Start).Days, random);
        var inService = CrowdContestant.InService((time - options.Start) / TimeSpan.FromDays(options.Days));
        var id = NewId(time, random);
        var isTrial = time >= options.Start.AddDays(options.Days) - Trial;
        return new Observation
        {
            Id = id,
            Time = time,
            Player = player.Name,
            Ink = input == InputKind.Picture ? null : CrowdDrawings.Move(drawing.Ink!, id),
            Image = input == InputKind.Picture ? CrowdDrawings.Mark(drawing.Image, id) : drawing.Image,
            NormaliserVersion = InkNormaliser.Version,
            Input = input,
            Chosen = chosen,
            ChosenBy = chosenBy,
            Guesses = [.. inService.Select(contestant => contestant.Guess(digit, lookalike, difficulty, random))],
            Shadows = isTrial ? [CrowdContestant.OnTrial.Guess(digit, lookalike, difficulty, random)] : [],
            Label = DrawLabel(digit, lookalike, player.Name, time, random),
            Excluded = random.Chance(0.005),
        };
    }

    /// <summary>Of ten players, seven choose themselves and two have an arm for the night, as in the game.</summary>
    private static (string Algorithm, ChosenBy By) Choose(CrowdPlayer player, int day, Random random)
    {
        var (by, any) = (random.NextDouble(), random.Next(Contestants.Shipped.Count));
        return by switch
        {
            < 0.7 => (Contestants.Shipped[any], ChosenBy.Player),
            < 0.9 => (Contestants.Shipped[(player.Number + day) % Contestants.Shipped.Count], ChosenBy.Arm),
            _ => (Contestants.Shipped[any], ChosenBy.Sampling),
        };
    }

    /// <summary>
    /// The label of eight observations of ten. Some labels are wrong, and some were corrected by the host on the next day.
    /// </summary>
    private static Label? DrawLabel(int digit, int lookalike, string player, DateTimeOffset time, Random random)
    {
        var (share, after) = (random.NextDouble(), TimeSpan.FromSeconds(random.Between(2, 30)));
        return share switch
        {
            < 0.765 => new Label(digit, player, time + after),
            < 0.78 => new Label(lookalike, player, time + after),
            < 0.8 => new Label(digit, Players.Host, time + TimeSpan.FromDays(1) + after),
            _ => null,
        };
    }

    /// <summary>An id as <see cref="Guid.CreateVersion7(DateTimeOffset)"/> makes it, but with random bits from the seed.</summary>
    private static Guid NewId(DateTimeOffset time, Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var milliseconds = time.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
            bytes[i] = (byte)(milliseconds >> (40 - 8 * i));
        (bytes[6], bytes[8]) = ((byte)(bytes[6] & 0x0F | 0x70), (byte)(bytes[8] & 0x3F | 0x80));
        return new Guid(bytes, bigEndian: true);
    }
}
