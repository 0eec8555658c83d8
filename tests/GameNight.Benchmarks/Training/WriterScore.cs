namespace GameNight.Benchmarks.Training;

/// <summary>The score on the drawings of one writer.</summary>
/// <param name="Writer">The writer.</param>
/// <param name="N">The number of drawings.</param>
/// <param name="Right">The number of right guesses.</param>
internal sealed record WriterScore(string Writer, int N, int Right);
