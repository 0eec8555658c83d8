using GameNight.Training.Examples;

namespace GameNight.Benchmarks.LabelNoise;

/// <param name="Lesson">The drawing as it was marked.</param>
/// <param name="Meant">What it is; null where it is no digit.</param>
internal sealed record NoisyExample(TrainingExample Lesson, int? Meant)
{
    public bool IsWrong => Lesson.Digit != Meant;
}
