using GameNight.Training.Network;

namespace GameNight.Retraining.Review;

/// <summary>
/// What two say of a drawing who have learned from no mark: the network that ships, and the made-up drawings nearest by. No
/// number of players can talk them into calling a four a nine. They err on different drawings: 80 of 7,494 that 30 people
/// wrote with a pen are misread by the network, 13 of them by both and surely.
/// </summary>
/// <param name="Nearest">The digit whose made-up drawings are nearest.</param>
/// <param name="Plain">The digit that it is for both; null where the network is not sure or they disagree.</param>
/// <param name="IsDigit">Whether it is near to any digit, made up or of other players.</param>
public sealed record ReferenceOpinion(int Nearest, int? Plain, bool IsDigit)
{
    /// <summary>So sure the network has to be.</summary>
    private const double Sure = 0.95;

    /// <summary>Whether it cannot be this digit.</summary>
    public bool Contradicts(int digit) => !IsDigit || (Plain is { } plain && plain != digit);

    /// <param name="drawings">What people marked; the marks make no difference.</param>
    /// <param name="embeddings">What the last layer sees of each.</param>
    /// <param name="shipped">The last layer of the network that ships.</param>
    /// <param name="threads">How many drawings are looked at at a time.</param>
    /// <param name="cancellation">Asked for each drawing.</param>
    internal static IReadOnlyList<ReferenceOpinion> Hear(IReadOnlyList<LabelledDrawing> drawings, float[][] embeddings, LastLayer shipped, int threads, CancellationToken cancellation)
    {
        var (witnesses, blurred) = (new ReferenceOpinion[drawings.Count], new float[drawings.Count][]);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, drawings.Count, options, i =>
        {
            blurred[i] = SyntheticInkNeighbours.Blur(drawings[i].Lesson.Image);
            var (nearest, distance) = SyntheticInkNeighbours.MadeUpInk.Find(blurred[i]);
            witnesses[i] = new ReferenceOpinion(nearest, shipped.Predict(embeddings[i])[nearest] >= Sure ? nearest : null, distance <= SyntheticInkNeighbours.Farthest);
        });

        // What is strange but near to other people's digits is a way of writing. Only what was near by itself counts, so that scribblers cannot vouch for each other.
        var digits = Enumerable.Range(0, drawings.Count).Where(i => witnesses[i].IsDigit).ToLookup(i => drawings[i].Lesson.Player, i => blurred[i]);
        Parallel.ForEach(Enumerable.Range(0, drawings.Count).Where(i => !witnesses[i].IsDigit).ToList(), options, i =>
        {
            var others = digits.Where(player => player.Key != drawings[i].Lesson.Player).SelectMany(player => player);
            witnesses[i] = witnesses[i] with { IsDigit = SyntheticInkNeighbours.Distance(blurred[i], others) <= SyntheticInkNeighbours.Farthest };
        });
        return witnesses;
    }
}
