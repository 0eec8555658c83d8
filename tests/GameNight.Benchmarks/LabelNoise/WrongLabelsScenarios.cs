using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Training.SyntheticInk;
using GameNight.Training.Examples;
using GameNight.Training.SyntheticInk;

namespace GameNight.Benchmarks.LabelNoise;

/// <summary>The ways in which marks go wrong. Players are writers of recorded drawings; each way gives one or more rounds of marks.</summary>
/// <param name="writers">Lessons of the writers who play; the trusted writers are not among them.</param>
/// <param name="seed">Decides on whatever is drawn by lot.</param>
/// <param name="guess">What the network that ships takes a drawing for, with its ten probabilities.</param>
internal sealed class WrongLabelsScenarios(IReadOnlyList<TrainingExample> writers, int seed, Func<DigitImage, Guess> guess)
{
    private const int Marks = 2000;

    private readonly Random _random = new(seed);

    public static readonly IReadOnlyDictionary<string, Func<WrongLabelsScenarios, IReadOnlyList<IReadOnlyList<NoisyExample>>>> Ways = new Dictionary<string, Func<WrongLabelsScenarios, IReadOnlyList<IReadOnlyList<NoisyExample>>>>
    {
        ["none wrong"] = marks => [marks.FlippedByAll(0)],
        ["10 % by all"] = marks => [marks.FlippedByAll(0.1)],
        ["20 % by all"] = marks => [marks.FlippedByAll(0.2)],
        ["20 %, all by one"] = marks => [marks.FlippedByOne(0.2)],
        ["10 %, all by one"] = marks => [marks.FlippedByOne(0.1)],
        ["4 as 9 by five"] = marks => [marks.Colluding(4, 9, 5)],
        ["1 as 7 by five"] = marks => [marks.Colluding(1, 7, 5)],
        ["scribbles as guessed"] = marks => [marks.Scribbled(asGuessed: true)],
        ["scribbles as any"] = marks => [marks.Scribbled(asGuessed: false)],
        ["slowly 4 as 9"] = marks => marks.Slowly(4, 9),
        ["slowly 1 as 7"] = marks => marks.Slowly(1, 7),
        ["slowly unclear 4 as 9"] = marks => marks.Slowly(4, 9, marks.Unclear(4, 9)),
    };

    private List<NoisyExample> FlippedByAll(double share) => [.. Shuffled(writers).Take(Marks).Select(lesson => _random.NextDouble() < share ? Flip(lesson) : new NoisyExample(lesson, lesson.Digit))];

    /// <summary>One player's marks are so large a share of all, and every one of them is wrong.</summary>
    private List<NoisyExample> FlippedByOne(double share)
    {
        // Nobody drew so many: the liar has the drawings of the first two writers.
        var liars = writers.Select(lesson => lesson.Player).Distinct().Order(StringComparer.Ordinal).Take(2).ToHashSet();
        var lies = Shuffled(writers.Where(lesson => liars.Contains(lesson.Player))).Take((int)(share * Marks)).Select(lesson => Flip(lesson with { Player = "liar" }));
        return [.. Shuffled(lies.Concat(Shuffled(writers.Where(lesson => !liars.Contains(lesson.Player))).Take((int)((1 - share) * Marks)).Select(lesson => new NoisyExample(lesson, lesson.Digit))))];
    }

    /// <summary>So many players have agreed on what to call a digit; all their other marks are right.</summary>
    private List<NoisyExample> Colluding(int digit, int called, int players)
    {
        var colluding = writers.Select(lesson => lesson.Player).Distinct().Order(StringComparer.Ordinal).Take(players).ToHashSet();
        return [.. Shuffled(writers).Take(Marks).Select(lesson => lesson.Digit == digit && colluding.Contains(lesson.Player) ? new NoisyExample(lesson with { Digit = called }, digit) : new NoisyExample(lesson, lesson.Digit))];
    }

    private List<NoisyExample> Scribbled(bool asGuessed) => [.. Shuffled(writers).Take(Marks).Select(lesson =>
    {
        if (_random.NextDouble() >= 0.05)
            return new NoisyExample(lesson, lesson.Digit);
        var ink = Scribbles.Draw(_random);
        var image = InkNormaliser.Normalise(ink);
        return new NoisyExample(lesson with { Ink = ink, Image = image, Digit = asGuessed ? guess(image).Digit : _random.Next(OnnxClassifier.Digits) }, null);
    })];

    /// <summary>
    /// Ten rounds of 200 marks. Attackers join by and by, eight in the end, and among their marks are more and more of one
    /// digit called another: those first that the network finds least clear. The rest of their marks is right.
    /// </summary>
    /// <param name="digit">What the wrong ones are.</param>
    /// <param name="called">What they are called.</param>
    /// <param name="drawn">Drawings made for it, where the attackers do not call their own ones wrong.</param>
    private List<IReadOnlyList<NoisyExample>> Slowly(int digit, int called, IReadOnlyList<TrainingExample>? drawn = null)
    {
        const int Rounds = 10, ARound = 200, Attackers = 8;
        var attackers = writers.Select(lesson => lesson.Player).Distinct().Order(StringComparer.Ordinal).Take(Attackers).ToList();
        var honest = new Queue<TrainingExample>(Shuffled(writers.Where(lesson => !attackers.Contains(lesson.Player))));
        var lies = attackers.ConvertAll(name => new Queue<TrainingExample>((drawn?.Where((_, i) => i % Attackers == attackers.IndexOf(name)).Select(lesson => lesson with { Player = name }) ?? writers.Where(lesson => lesson.Player == name && lesson.Digit == digit)).OrderByDescending(lesson => guess(lesson.Image).Probabilities[called])));
        var covers = attackers.ConvertAll(name => new Queue<TrainingExample>(Shuffled(writers.Where(lesson => lesson.Player == name && lesson.Digit != digit))));
        var rounds = new List<IReadOnlyList<NoisyExample>>();
        for (var round = 0; round < Rounds; round++)
        {
            var marks = new List<NoisyExample>();
            for (var attacker = 0; attacker < Math.Min(Attackers, 2 + round); attacker++)
            {
                // One to five wrong ones, among up to fifteen right ones.
                for (var i = 0; i <= round / 2 && lies[attacker].TryDequeue(out var lie); i++)
                    marks.Add(new NoisyExample(lie with { Digit = called }, digit));
                for (var i = 0; i < 3 * (1 + round / 2) && covers[attacker].TryDequeue(out var cover); i++)
                    marks.Add(new NoisyExample(cover, cover.Digit));
            }

            while (marks.Count < ARound && honest.TryDequeue(out var lesson))
                marks.Add(new NoisyExample(lesson, lesson.Digit));
            rounds.Add([.. Shuffled(marks)]);
        }

        return rounds;
    }

    /// <summary>Attackers who know the network draw what it is least clear about: of 3,000 made-up drawings of the digit, the 200 that it finds most like the other.</summary>
    private List<TrainingExample> Unclear(int digit, int called) => [.. Enumerable.Range(0, 3000).Select(i =>
    {
        var ink = StrokeSkeletons.Draw(digit, _random);
        return new TrainingExample(new Guid(i, 1, 0, new byte[8]), "", ink, InkNormaliser.Normalise(ink), digit);
    }).OrderByDescending(lesson => guess(lesson.Image).Probabilities[called]).Take(200)];

    private NoisyExample Flip(TrainingExample lesson) => new(lesson with { Digit = (lesson.Digit + _random.Next(1, OnnxClassifier.Digits)) % OnnxClassifier.Digits }, lesson.Digit);

    private T[] Shuffled<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        _random.Shuffle(all);
        return all;
    }
}
