using GameNight.Models;

namespace GameNight.Retraining.Evaluation;

/// <summary>
/// What was answered to each drawing that a version learned from, by a model that had not learned from its player: a file beside the
/// version. A later candidate is compared with these answers, because the version itself has seen the drawings.
/// </summary>
/// <param name="Answers">Ten probabilities for each drawing, by the id of its observation.</param>
public sealed record OutOfFoldAnswers(IReadOnlyDictionary<Guid, float[]> Answers)
{
    /// <summary>The name of the file beside the version's model.</summary>
    public const string FileName = "out-of-fold.bin";

    private const int Length = 16 + 10 * sizeof(float);

    /// <exception cref="InvalidModelException">These are no such answers.</exception>
    public static OutOfFoldAnswers Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length % Length != 0)
            throw new InvalidModelException($"The answers in {FileName} are damaged: {file.Length} bytes are no whole number of them.");
        var answers = new Dictionary<Guid, float[]>(file.Length / Length);
        for (var at = 0; at < file.Length; at += Length)
        {
            var answer = new float[10];
            for (var digit = 0; digit < answer.Length; digit++)
                answer[digit] = BitConverter.ToSingle(file[(at + 16 + digit * sizeof(float))..]);
            answers[new Guid(file.Slice(at, 16))] = answer;
        }

        return new OutOfFoldAnswers(answers);
    }

    public byte[] ToBytes()
    {
        var file = new MemoryStream(Answers.Count * Length);
        foreach (var (id, answer) in Answers)
        {
            file.Write(id.ToByteArray());
            foreach (var probability in answer)
                file.Write(BitConverter.GetBytes(probability));
        }

        return file.ToArray();
    }
}
