using GameNight.Datasets;
using GameNight.Models;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Storage;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Trees;

namespace GameNight.Retraining;

/// <summary>LEARN: who learns, how it is reviewed and judged, and the loop in the background.</summary>
public static class RetrainingFeature
{
    /// <summary>The same lease for every process that shares the store.</summary>
    private const string LeaseName = "trainer";

    public static void AddRetraining(this IServiceCollection services, TrainingOptions options)
    {
        var trees = new AppTreesOptions();
        services.AddSingleton(options);
        services.AddSingleton<ILearner>(provider => new AppNetworkLearner(provider.GetRequiredService<ModelLibrary>(), new AppNetworkOptions { Threads = options.Threads }));
        services.AddSingleton<ILearner>(provider => new AppTreesLearner(
            provider.GetRequiredService<ModelLibrary>(), DatasetFiles.FindMnist(null), trees with { Trees = trees.Trees with { Threads = options.Threads } }));
        services.AddSingleton(new GuardSets(DatasetFiles.FindMnist(null)?.FullName));
        services.AddSingleton(provider => new ModelEvaluator(provider.GetRequiredService<ModelLibrary>(), provider.GetRequiredService<GuardSets>(), options.Threads));
        services.AddSingleton(provider => new OutOfFoldPredictor(provider.GetRequiredService<ModelLibrary>(), options.Threads));
        services.AddSingleton<ReviewDecisions>();
        services.AddSingleton<TrainingRuns>();
        services.AddSingleton<RetrainingPipeline>();
        services.AddSingleton<TrainingTriggers>();
        services.AddSingleton(provider => new Lease(provider.GetRequiredService<IDocumentStore>(), LeaseName, options.Lease, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TrainingWorker>();
    }

    /// <summary>Trains in the background of the game, where the options say so.</summary>
    public static void AddTrainingService(this IServiceCollection services, TrainingOptions options)
    {
        if (options.Enabled)
            services.AddHostedService<TrainingService>();
    }
}
