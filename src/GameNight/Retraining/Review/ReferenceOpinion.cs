using GameNight.Training.Examples;
using GameNight.Training.Network;

namespace GameNight.Retraining.Review;

/// <summary>
/// What two references that have learned from no label say of a drawing: the network that ships, and the nearest synthetic drawings.
/// However many players call a four a nine, these do not. They err on different drawings: of 7,494 that 30 people wrote with a pen, the
/// network misreads 80, and 13 of those are misread by both while the network is sure.
/// </summary>
/// <param name="Nearest">The digit whose synthetic drawings are nearest.</param>
/// <param name="Agreed">The digit that both see; null where they disagree or the network is not sure.</param>
/// <param name="IsDigit">Whether the drawing is near to any digit, synthetic or by other players.</param>
public sealed record ReferenceOpinion(int Nearest, int? Agreed, bool IsDigit)
{
    /// <summary>The probability from which on the network counts as sure.</summary>
    private const double Sure = 0.95;

    /// <summary>Whether the references rule out that the drawing is this digit.</summary>
    public bool Contradicts(int digit) => !IsDigit || (Agreed is { } agreed && agreed != digit);

    /// <summary>An opinion of each drawing, in the same order.</summary>
    /// <param name="drawings">The drawings; their labels make no difference.</param>
    /// <param name="embeddings">The input of the network's last layer for each drawing.</param>
    /// <param name="shipped">The last layer of the network that ships.</param>
    /// <param name="threads">How many threads compute.</param>
    /// <param name="cancellation">Checked for each drawing.</param>
    internal static IReadOnlyList<ReferenceOpinion> OfAll(
        IReadOnlyList<TrainingExample> drawings, float[][] embeddings, LastLayer shipped, int threads, CancellationToken cancellation)
    {
        var (opinions, blurred) = (new ReferenceOpinion[drawings.Count], new float[drawings.Count][]);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, drawings.Count, options, i =>
        {
            blurred[i] = SyntheticInkNeighbours.Blur(drawings[i].Image);
            var (nearest, distance) = SyntheticInkNeighbours.Shared.Find(blurred[i]);
            var isSure = shipped.Predict(embeddings[i])[nearest] >= Sure;
            opinions[i] = new ReferenceOpinion(nearest, isSure ? nearest : null, distance <= SyntheticInkNeighbours.Farthest);
        });

        // What is far from synthetic ink but near to other players' digits is a way of writing. Only drawings that are near to synthetic
        // ink count as digits here, so that scribbles cannot confirm each other.
        var digits = Enumerable.Range(0, drawings.Count).Where(i => opinions[i].IsDigit)
            .ToLookup(i => drawings[i].Player, i => blurred[i]);
        Parallel.ForEach(Enumerable.Range(0, drawings.Count).Where(i => !opinions[i].IsDigit).ToList(), options, i =>
        {
            var others = digits.Where(player => player.Key != drawings[i].Player).SelectMany(player => player);
            var distance = SyntheticInkNeighbours.Distance(blurred[i], others);
            opinions[i] = opinions[i] with { IsDigit = distance <= SyntheticInkNeighbours.Farthest };
        });
        return opinions;
    }
}
