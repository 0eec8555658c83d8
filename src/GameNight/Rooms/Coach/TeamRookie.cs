using GameNight.Drawing.Images;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Rookie;

namespace GameNight.Rooms.Coach;

/// <summary>A team's rookie: it knows what the team has taught it, and nothing else. Immutable once it is taught.</summary>
/// <param name="team">The team's number.</param>
/// <param name="embeddings">What every rookie sees of an image.</param>
/// <param name="layer">What it has learned.</param>
public sealed class TeamRookie(int team, Embeddings embeddings, LastLayer layer)
{
    /// <summary>How often its answer is told apart from those of contestants.</summary>
    public string Name { get; } = $"rookie-{team}";

    /// <summary>Teaches a new rookie.</summary>
    /// <param name="team">The team's number.</param>
    /// <param name="embeddings">What every rookie sees of an image.</param>
    /// <param name="lessons">What the team has taught, in any order.</param>
    public static TeamRookie Teach(int team, Embeddings embeddings, IEnumerable<Lesson> lessons)
    {
        var memory = new RookieMemory(embeddings);
        foreach (var lesson in lessons)
            memory.Learn(new TrainingExample(lesson.Id, $"seat {lesson.Seat}", Ink: null, new DigitImage(lesson.Pixels), lesson.Digit));
        return new TeamRookie(team, embeddings, memory.ToLayer());
    }

    /// <summary>What it takes an image for.</summary>
    public Guess Answer(DigitImage image)
    {
        var logits = layer.Logits(embeddings.Of(image));
        var probabilities = new float[logits.Length];
        System.Numerics.Tensors.TensorPrimitives.SoftMax(logits, probabilities);
        return new Guess(Name, "1", probabilities);
    }
}
