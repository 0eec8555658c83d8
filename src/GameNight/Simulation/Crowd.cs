using GameNight.Drawing.Strokes;
using GameNight.Identity.Access;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;

namespace GameNight.Simulation;

/// <summary>
/// What many people play over weeks, made up as fast as it can be stored. Nobody guesses: right and wrong, and how sure,
/// are drawn by lot. Figures of such a crowd say nothing about the contestants; it is there to show charts that are full,
/// and to measure how fast they are.
/// </summary>
public sealed class Crowd(CrowdOptions options)
{
    private static readonly TimeSpan Trial = TimeSpan.FromDays(7);

    /// <summary>All plays, oldest first, with their marks. The same options make the same, ids and all.</summary>
    public IEnumerable<Observation> Play()
    {
        var random = new Random(options.Seed);
        var drawings = new CrowdDrawings(options.Drawings, random);
        var players = CrowdPlayer.Draw(options.Players, random);
        var (table, today) = (Array.Empty<CrowdPlayer>(), -1);
        foreach (var time in CrowdCalendar.Draw(options.Plays, options.Start, options.Days, random))
        {
            var day = (time - options.Start).Days;
            if (day != today)
                (table, today) = (WhoComes(players, random), day);
            yield return Play(time, table[random.Next(table.Length)], drawings, random);
        }
    }

    private static CrowdPlayer[] WhoComes(CrowdPlayer[] players, Random random)
    {
        var table = Array.FindAll(players, player => random.Chance(player.Attendance));
        return table.Length > 0 ? table : [players[random.Next(players.Length)]];
    }

    private Observation Play(DateTimeOffset time, CrowdPlayer player, CrowdDrawings drawings, Random random)
    {
        var digit = random.Next(OnnxClassifier.Digits);
        var (drawing, lookalike) = (drawings.Draw(digit, random), CrowdConfusion.Draw(digit, random));
        var difficulty = player.Hand + CrowdConfusion.HardnessOf(digit) + 1.3 * random.Normal();
        var input = random.NextDouble() switch { < 0.01 => InputKind.Picture, < 0.02 => InputKind.Program, _ => player.Input };
        var (chosen, chosenBy) = Choose(player, (time - options.Start).Days, random);
        return new Observation
        {
            Id = NewId(time, random),
            Time = time,
            Player = player.Name,
            Ink = input == InputKind.Picture ? null : drawing.Ink,
            Image = drawing.Image,
            NormaliserVersion = InkNormaliser.Version,
            Input = input,
            Chosen = chosen,
            ChosenBy = chosenBy,
            Guesses = [.. CrowdContestant.InService((time - options.Start) / TimeSpan.FromDays(options.Days)).Select(contestant => contestant.Guess(digit, lookalike, difficulty, random))],
            Shadows = time >= options.Start.AddDays(options.Days) - Trial ? [CrowdContestant.OnTrial.Guess(digit, lookalike, difficulty, random)] : [],
            Label = Mark(digit, lookalike, player.Name, time, random),
            Excluded = random.Chance(0.005),
        };
    }

    /// <summary>Of ten, seven know whom they want to ask; two have an arm for the night, as the game gives one.</summary>
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

    /// <summary>Of ten plays eight are marked. Some marks are wrong, and some have been corrected by the host on the next day.</summary>
    private static Label? Mark(int digit, int lookalike, string player, DateTimeOffset time, Random random)
    {
        var (marked, after) = (random.NextDouble(), TimeSpan.FromSeconds(random.Between(2, 30)));
        return marked switch
        {
            < 0.765 => new Label(digit, player, time + after),
            < 0.78 => new Label(lookalike, player, time + after),
            < 0.8 => new Label(digit, Players.Host, time + TimeSpan.FromDays(1) + after),
            _ => null,
        };
    }

    /// <summary>As <see cref="Guid.CreateVersion7(DateTimeOffset)"/> makes them, but that the rest comes from the seed.</summary>
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
