namespace GameNight.Training.Examples;

/// <summary>A number that decides how a learner learns: a setting of the game, and what a search for better ones varies.</summary>
/// <typeparam name="TOptions">The learner's options.</typeparam>
/// <param name="Name">The last part of the setting's name, such as <c>LearningRate</c>.</param>
/// <param name="Range">The least and the largest value that are valid.</param>
/// <param name="Searched">The least and the largest value that a search tries; it draws them from a logarithmic scale.</param>
/// <param name="IsWhole">Whether only whole numbers are valid.</param>
/// <param name="Read">Reads it from options.</param>
/// <param name="Write">Options with another value of it.</param>
public sealed record LearnerParameter<TOptions>(
    string Name,
    (double Least, double Most) Range,
    (double Least, double Most) Searched,
    bool IsWhole,
    Func<TOptions, double> Read,
    Func<TOptions, double, TOptions> Write);
