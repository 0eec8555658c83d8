using GameNight.Benchmarks.Training;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;
using GameNight.Training.Personal;

namespace GameNight.Benchmarks.Personal;

/// <summary>
/// Teaches odd habits: a hand draws one among a writer's ordinary digits, of which none is of the digit that the habit is like. Each try is
/// judged before it is marked.
/// </summary>
/// <param name="network">The network that ships.</param>
/// <param name="recorded">The ordinary digits.</param>
internal sealed class HabitExperiment(PersonalEncoder network, RecordedWriters recorded)
{
    /// <summary>The number of hands that are looked at to find some whose habit is odd.</summary>
    private const int MostHands = 400;

    private const int LaterDrawings = 14;

    private readonly List<List<TrainingExample>> _writers =
        [.. recorded.Examples.GroupBy(example => example.Player).OrderBy(writer => writer.Key).Select(writer => writer.ToList())];

    /// <summary>The number of times that the habit is drawn and marked.</summary>
    public required int Tries { get; init; }

    /// <summary>The number of ordinary digits that are drawn and marked after each try.</summary>
    public required int OrdinaryEach { get; init; }

    /// <summary>
    /// Measures a habit in hands whose way of it is odd: the network misreads at least half of the drawings that come after the tries.
    /// </summary>
    public IReadOnlyList<HabitResult> Measure(OddHabit habit, int hands, CancellationToken cancellation)
    {
        var odd = Enumerable.Range(0, MostHands).Select(hand => (Hand: hand, Later: Draw(habit, hand, Tries, LaterDrawings)))
            .Where(hand => 2 * hand.Later.Count(drawing => network.Of(drawing.Image, drawing.Ink).Digit != habit.Digit) >= LaterDrawings)
            .Take(hands).ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation };
        var results = new HabitResult[odd.Count];
        Parallel.For(0, odd.Count, options, i => results[i] = Measure(habit, odd[i].Hand, odd[i].Later, i));
        return results;
    }

    private HabitResult Measure(OddHabit habit, int hand, List<TrainingExample> later, int number)
    {
        var writer = _writers[(number * 7 + habit.Digit * 3 + habit.Rival) % _writers.Count].ToArray();
        new Random(hand).Shuffle(writer);
        var ordinary = writer.Where(example => example.Digit != habit.Rival).Take(Tries * OrdinaryEach).ToList();
        var own = PersonalClassifier.Of(network, []);
        var right = new List<bool>();
        foreach (var (drawing, i) in Draw(habit, hand, 0, Tries).Select((drawing, i) => (drawing, i)))
        {
            right.Add(IsRight(own, drawing));
            foreach (var example in ordinary.Skip(i * OrdinaryEach).Take(OrdinaryEach).Prepend(drawing))
                own = own.Learn(network.Of(example));
        }

        var judged = writer.Except(ordinary).Select(example =>
            (example.Digit, Before: network.Of(example.Image, example.Ink).Digit == example.Digit, After: IsRight(own, example))).ToList();
        return new HabitResult(
            habit.Name,
            hand,
            writer[0].Player,
            right.LastIndexOf(false) + 2,
            right.IndexOf(true) is var first and >= 0 ? first + 1 : Tries + 1,
            later.Count,
            later.Count(drawing => IsRight(own, drawing)),
            judged.Count,
            judged.Count(drawing => drawing is { Before: true, After: false }),
            judged.Count(drawing => drawing is { Before: false, After: true }),
            judged.Count(drawing => drawing.Digit == habit.Rival),
            judged.Count(drawing => drawing.Digit == habit.Rival && drawing is { Before: true, After: false }));
    }

    private bool IsRight(PersonalClassifier own, TrainingExample drawing) =>
        new Guess("", "", own.Predict(network.Of(drawing.Image, drawing.Ink))).Digit == drawing.Digit;

    private static List<TrainingExample> Draw(OddHabit habit, int hand, int from, int count) =>
        [.. Enumerable.Range(from, count).Select(i =>
        {
            var ink = habit.Draw(hand, i);
            var id = new Guid(hand, (short)(habit.Digit * 10 + habit.Rival), (short)i, new byte[8]);
            return new TrainingExample(id, habit.Name, ink, InkNormaliser.Normalise(ink), habit.Digit);
        })];
}
