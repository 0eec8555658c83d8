namespace GameNight.Benchmarks.Training;

internal sealed record WriterScore(string Writer, int N, int Right);
