"""The diary: sessions as they were done, and how the mornings were."""
