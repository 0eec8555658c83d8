using GameNight.Datasets;

namespace GameNight.Tests.Datasets;

public sealed class MnistDatasetTests
{
    [MnistFact]
    public async Task ReadTrainingSet_OriginalFiles_HasTheKnownLabels()
    {
        var drawings = await MnistDataset.ReadTrainingSetAsync(DatasetFiles.FindMnist(null)!.FullName, default);
        Assert.Equal(60_000, drawings.Count);
        Assert.Equal([5, 0, 4, 1, 9], drawings.Take(5).Select(drawing => drawing.Label));
        Assert.Equal(5_923, drawings.Count(drawing => drawing.Label == 0));
    }
}
