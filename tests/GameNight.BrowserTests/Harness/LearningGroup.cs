namespace GameNight.BrowserTests.Harness;

/// <summary>The journeys that learn, each in a game of its own. They take long, and go on beside those that share a game.</summary>
[CollectionDefinition(Name)]
public sealed class LearningGroup : ICollectionFixture<SharedGame>
{
    public const string Name = "learning";
}
