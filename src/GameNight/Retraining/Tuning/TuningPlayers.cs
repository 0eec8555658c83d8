using GameNight.Training.Examples;

namespace GameNight.Retraining.Tuning;

/// <summary>
/// The drawings of a search by player. A third of the players take no part in it: they say in the end what it was worth. The others
/// are judged in turn, by what the rest of them taught.
/// </summary>
internal sealed class TuningPlayers
{
    /// <summary>The fewest players: two for each fold, and as many at the end.</summary>
    public const int MinPlayers = 9;

    /// <summary>The fewest drawings.</summary>
    public const int MinDrawings = 200;

    private const int Parts = 3;

    private readonly List<TrainingExample> _searched;
    private readonly List<TrainingExample> _confirming;
    private readonly IReadOnlyList<int> _folds;

    /// <param name="examples">The drawings.</param>
    /// <param name="key">Decides who takes part.</param>
    /// <exception cref="InvalidDataException">There are too few drawings or players; the message says how many it takes.</exception>
    public TuningPlayers(IReadOnlyList<TrainingExample> examples, SplitKey key)
    {
        var players = examples.Select(example => example.Player).Distinct().Count();
        if (players < MinPlayers || examples.Count < MinDrawings)
        {
            throw new InvalidDataException(
                $"{examples.Count:N0} drawings of {players} players are too few to search by: it takes {MinDrawings} of {MinPlayers}.");
        }

        All = [.. examples.OrderBy(example => example.Id)];
        Numbers = All.Select(example => example.Player).Distinct().Order(StringComparer.Ordinal).Index()
            .ToDictionary(player => player.Item, player => player.Index);
        var parts = ExampleFolds.ByPlayer(All, Parts, key);
        _searched = [.. All.Where((_, i) => parts[i] != 0)];
        _confirming = [.. All.Where((_, i) => parts[i] == 0)];
        _folds = ExampleFolds.ByPlayer(_searched, TuningPlan.Folds, key);
    }

    public IReadOnlyList<TrainingExample> All { get; }

    /// <summary>The number of each player.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; }

    /// <summary>How many drawings a training can learn from in every fold.</summary>
    public int MostMarks => Enumerable.Range(0, TuningPlan.Folds).Min(fold => _folds.Count(other => other != fold));

    /// <summary>What a training learns from, and what it is judged by: drawings of other players.</summary>
    /// <param name="number">The number of the training; each decides on other drawings to learn from.</param>
    /// <param name="confirms">Whether the players judge who take no part in the search.</param>
    /// <param name="marks">How many drawings are learned.</param>
    public (TrainingExample[] Learned, IReadOnlyList<TrainingExample> Judged) Of(int number, bool confirms, int marks)
    {
        var fold = number % TuningPlan.Folds;
        TrainingExample[] others = confirms ? [.. _searched] : [.. _searched.Where((_, i) => _folds[i] != fold)];
        new Random(number).Shuffle(others);
        return (others[..Math.Min(marks, others.Length)], confirms ? _confirming : [.. _searched.Where((_, i) => _folds[i] == fold)]);
    }
}
